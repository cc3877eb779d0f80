import { useEffect, useRef } from 'preact/hooks';
import type { Crisis } from './form.ts';
import { CrisisNotice } from './crisis-notice.tsx';
import { Message } from './message.tsx';
import { useWords } from './words/use-words.ts';

const firstMs = 4_000;
const longestMs = 60_000;

interface Props {
  readonly crisis: Crisis | undefined;
  readonly atRisk: boolean;
  /** Tries once more to send; answers when it has tried. */
  readonly onTry: () => Promise<void>;
}

/** Sent as far as the client is concerned: it goes out by itself when there is a connection. */
export function WaitingPage({ crisis, atRisk, onTry }: Props) {
  const words = useWords();
  const tryNow = useRef<() => void>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let wait = firstMs;
    let left = false;
    const later = () => {
      if (!left) timer = setTimeout(() => void attempt(), wait);
    };
    const attempt = async () => {
      clearTimeout(timer);
      wait = Math.min(wait * 2, longestMs);
      await onTry();
      later();
    };
    const now = () => {
      if (document.visibilityState === 'visible') void attempt();
    };
    tryNow.current = now;
    later();
    addEventListener('online', now);
    document.addEventListener('visibilitychange', now);
    return () => {
      left = true;
      clearTimeout(timer);
      removeEventListener('online', now);
      document.removeEventListener('visibilitychange', now);
    };
  }, []);
  const [title, text] = words.waiting;
  return (
    <Message title={title}>
      <p>{text}</p>
      <button type="button" class="primary" onClick={() => tryNow.current?.()}>
        {words.again}
      </button>
      <CrisisNotice crisis={crisis} urgent={atRisk} about={atRisk ? words.notTold : words.notWatched} />
    </Message>
  );
}
