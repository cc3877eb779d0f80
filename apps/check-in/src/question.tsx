import type { Given } from './answers.ts';
import type { Crisis, Item, Line } from './form.ts';
import { CrisisNotice } from './crisis-notice.tsx';
import { isTooFew } from './asked.ts';
import { Field, OwnWords } from './field.tsx';
import { saidIn } from './said-in.ts';
import { useWords } from './words/use-words.ts';

interface Props {
  readonly item: Item;
  /** What stands above it without being asked. */
  readonly before: readonly string[];
  /** The language of its words. */
  readonly language: string;
  readonly value: Given | undefined;
  readonly crisis: Crisis | undefined;
  readonly onAnswer: (linkId: string, value: Given) => void;
}

/** One item with its options below each other: a thumb reaches them all, and a reader names each with its question. */
export function Question({ item, before, language, value, crisis, onAnswer }: Props) {
  const words = useWords();
  const { linkId, text, options, range, kind, several, other, required, heading } = item;
  const answer = (chosen: Given) => {
    onAnswer(linkId, chosen);
  };
  const said = saidIn(language);
  const ticked = typeof value === 'object' ? value : [];
  const isLine = range !== undefined && kind === undefined;
  const { fewest = 0, most = Infinity } = item.limits ?? {};
  return (
    <>
      {[heading, ...before].map(
        (each) =>
          each !== undefined && (
            <p key={each} {...said}>
              {each}
            </p>
          ),
      )}
      <fieldset>
        <legend>
          <span {...said}>{text}</span>
          {required && <span class="quiet"> {words.needsAnswer}</span>}
        </legend>
        {isLine && (
          <Scale
            name={linkId}
            line={range}
            language={language}
            value={typeof value === 'number' ? value : undefined}
            onAnswer={answer}
          />
        )}
        {kind !== undefined && <Field item={item} kind={kind} value={value} onAnswer={answer} />}
        {options.map((option) => (
          <label key={option.value}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={linkId}
              checked={several ? ticked.includes(option.value) : value === option.value}
              disabled={several && ticked.length >= most && !ticked.includes(option.value)}
              onChange={() => {
                answer(several ? toggled(ticked, option.value) : option.value);
              }}
            />
            <span {...said}>{option.label}</span>
          </label>
        ))}
        {other && <OwnWords value={value} several={several === true} onAnswer={answer} />}
        {isTooFew(item, value) && <p class="warning">{words.atLeast(fewest)}</p>}
        <div role="status">
          {isRisk(item, value) && <CrisisNotice crisis={crisis} urgent about={words.toldOnSend} />}
        </div>
      </fieldset>
    </>
  );
}

const toggled = (ticked: readonly (number | string)[], value: number) =>
  ticked.includes(value) ? ticked.filter((each) => each !== value) : [...ticked, value];

interface ScaleProps {
  readonly name: string;
  readonly line: Line;
  readonly language: string;
  readonly value: number | undefined;
  readonly onAnswer: (value: number) => void;
}

/** A line to be marked. Until it is touched it has no answer, wherever its handle stands. */
function Scale({ name, line, language, value, onAnswer }: ScaleProps) {
  const words = useWords();
  const { min, max, step, minLabel, maxLabel } = line;
  const take = (event: Event) => {
    onAnswer(Number((event.currentTarget as HTMLInputElement).value));
  };
  return (
    <div class="line">
      <input
        type="range"
        name={name}
        {...{ min, max, step }}
        aria-label={words.line(minLabel, maxLabel)}
        aria-valuetext={value === undefined ? words.notAnswered : String(value)}
        class={value === undefined ? 'untouched' : ''}
        value={value ?? (min + max) / 2}
        onInput={take}
        onClick={take}
      />
      <div class="ends" aria-hidden="true">
        <span {...saidIn(language)}>{minLabel}</span>
        <span {...saidIn(language)}>{maxLabel}</span>
      </div>
    </div>
  );
}

/** Whether an answer asks for help at once. */
export function isRisk({ risk, options }: Pick<Item, 'risk' | 'options'>, value: Given | undefined): boolean {
  if (risk === undefined || typeof value !== 'number') return false;
  const weight = options.find((option) => option.value === value)?.weight;
  return weight !== null && (weight ?? value) >= risk.atLeast;
}
