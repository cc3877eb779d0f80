import type { Crisis, Result } from './form.ts';
import { CrisisNotice } from './crisis-notice.tsx';
import { Message } from './message.tsx';
import { saidIn } from './said-in.ts';
import { useWords } from './words/use-words.ts';

interface Props {
  readonly crisis: Crisis | undefined;
  readonly atRisk: boolean;
  readonly result: readonly Result[] | null;
  /** The language of the instrument's own words. */
  readonly wording: string;
}

/** The answers have arrived. */
export function SentPage({ crisis, atRisk, result, wording }: Props) {
  const words = useWords();
  const [title, text] = words.sent;
  return (
    <Message title={title}>
      <p>{text}</p>
      {atRisk && <CrisisNotice crisis={crisis} urgent about={words.told} />}
      {result && result.length > 0 && (
        <section aria-labelledby="result">
          <h2 id="result">{words.result}</h2>
          <dl>
            {result.map((each) => (
              <div key={each.title}>
                <dt {...saidIn(wording)}>{each.title}</dt>
                <dd>{words.outOf(shown(each.value), shown(each.max))}</dd>
              </div>
            ))}
          </dl>
          <p class="quiet">{words.aboutResult}</p>
        </section>
      )}
      <p>{words.close}</p>
      {!atRisk && <CrisisNotice crisis={crisis} about={words.notWatched} />}
    </Message>
  );
}

const shown = (value: number) => String(Math.round(value * 10) / 10);
