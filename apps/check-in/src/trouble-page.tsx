import { passes, type Trouble } from './api.ts';
import { CrisisNotice } from './crisis-notice.tsx';
import type { Crisis } from './form.ts';
import { Message } from './message.tsx';
import { useWords } from './words/use-words.ts';

interface Props {
  readonly trouble: Trouble;
  readonly crisis: Crisis | undefined;
  /** An answer on this device asks for help, and it did not go out from here. */
  readonly atRisk: boolean;
  /** Answers waited here to be sent. */
  readonly waited: boolean;
  readonly onAgain: () => void;
}

/** Why there is no form, kindly; and whom to call, because some come here to say that they are in danger. */
export function TroublePage({ trouble, crisis, atRisk, waited, onAgain }: Props) {
  const words = useWords();
  const [title, text] = waited && trouble !== 'link-used' ? words.notArrived : words.troubles[trouble];
  const untold = trouble === 'link-used' ? words.perhapsNotTold : words.nobodyTold;
  return (
    <Message title={title}>
      {!atRisk && <p>{text}</p>}
      {passes(trouble) && (
        <button type="button" class="primary" onClick={onAgain}>
          {words.again}
        </button>
      )}
      <CrisisNotice crisis={crisis} urgent={atRisk} about={atRisk ? untold : words.notWatched} />
    </Message>
  );
}
