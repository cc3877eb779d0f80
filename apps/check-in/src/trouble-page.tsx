import { passes, type Trouble } from './api.ts';
import { Message } from './message.tsx';
import { useWords } from './words/use-words.ts';

interface Props {
  readonly trouble: Trouble;
  readonly onAgain: () => void;
}

/** Why there is no form, kindly. */
export function TroublePage({ trouble, onAgain }: Props) {
  const { troubles, again } = useWords();
  const [title, text] = troubles[trouble];
  return (
    <Message title={title}>
      <p>{text}</p>
      {passes(trouble) && (
        <button type="button" class="primary" onClick={onAgain}>
          {again}
        </button>
      )}
    </Message>
  );
}
