import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Trouble } from './api.ts';

interface MessageProps {
  readonly title: string;
  readonly busy?: boolean;
  readonly children?: ComponentChildren;
}

/** A page that says one thing. Its heading takes the focus, so that a screen reader says it too. */
export function Message({ title, busy = false, children }: MessageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
    heading.current?.focus();
  }, [title]);
  return (
    <main class="message" aria-busy={busy}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}

const texts: Record<Trouble, readonly [title: string, text: string]> = {
  'link-unknown': [
    'This link does not open a form',
    'It may have been cut off on the way. Open it once more from your message, or ask your therapist for a new one.',
  ],
  'link-expired': [
    'This link is too old',
    'The time to answer has passed, and that is all right. You will be asked again after your next session.',
  ],
  'link-used': ['You have answered already', 'Your answers have arrived. There is nothing more to do here.'],
  'link-revoked': [
    'This form was taken back',
    'Nothing needs to be done. Ask your therapist if you expected it.',
  ],
  away: [
    'We cannot be reached right now',
    'What you have answered is kept in this tab. Check your connection and try again in a moment.',
  ],
  busy: [
    'One moment, please',
    'Too much is going on here right now. What you have answered is kept in this tab: try again in a moment.',
  ],
  refused: ['This form cannot be opened', 'Please tell your therapist. Nothing of yours is lost.'],
};

export function TroublePage({
  trouble,
  onAgain,
}: {
  readonly trouble: Trouble;
  readonly onAgain: () => void;
}) {
  const [title, text] = texts[trouble];
  return (
    <Message title={title}>
      <p>{text}</p>
      {(trouble === 'away' || trouble === 'busy') && (
        <button type="button" class="primary" onClick={onAgain}>
          Try again
        </button>
      )}
    </Message>
  );
}
