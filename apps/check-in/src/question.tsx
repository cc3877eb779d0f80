import type { Given } from './answers.ts';
import type { Item, Line } from './api.ts';
import { Field, OwnWords } from './field.tsx';

interface Props {
  readonly item: Item;
  /** What stands above it without being asked. */
  readonly before: readonly string[];
  readonly value: Given | undefined;
  readonly onAnswer: (linkId: string, value: Given) => void;
}

/** One item with its options below each other: a thumb reaches them all, and a reader names each with its question. */
export function Question({ item, before, value, onAnswer }: Props) {
  const { linkId, text, options, range, kind, several, other, required, heading } = item;
  const answer = (chosen: Given) => {
    onAnswer(linkId, chosen);
  };
  const ticked = typeof value === 'object' ? value : [];
  const isLine = range !== undefined && kind === undefined;
  return (
    <>
      {[heading, ...before].map((each) => each !== undefined && <p key={each}>{each}</p>)}
      <fieldset>
        <legend>
          {text}
          {required && <span class="quiet"> (needs an answer)</span>}
        </legend>
        {isLine && (
          <Scale
            name={linkId}
            line={range}
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
              onChange={() => {
                answer(several ? toggled(ticked, option.value) : option.value);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
        {other && <OwnWords value={value} several={several === true} onAnswer={answer} />}
        <div role="status">{isRisk(item, value) && <Help />}</div>
      </fieldset>
    </>
  );
}

const toggled = (ticked: readonly (number | string)[], value: number) =>
  ticked.includes(value) ? ticked.filter((each) => each !== value) : [...ticked, value];

interface ScaleProps {
  readonly name: string;
  readonly line: Line;
  readonly value: number | undefined;
  readonly onAnswer: (value: number) => void;
}

/** A line to be marked. Until it is touched it has no answer, wherever its handle stands. */
function Scale({ name, line: { min, max, step, minLabel, maxLabel }, value, onAnswer }: ScaleProps) {
  const take = (event: Event) => {
    onAnswer(Number((event.currentTarget as HTMLInputElement).value));
  };
  return (
    <div class="line">
      <input
        type="range"
        name={name}
        {...{ min, max, step }}
        aria-label={`From ${minLabel} to ${maxLabel}`}
        aria-valuetext={value === undefined ? 'not answered' : String(value)}
        class={value === undefined ? 'untouched' : ''}
        value={value ?? (min + max) / 2}
        onInput={take}
        onClick={take}
      />
      <div class="ends" aria-hidden="true">
        <span>{minLabel}</span>
        <span>{maxLabel}</span>
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

/** At once, on the answer itself: nobody should have to send a form first. */
export function Help() {
  return (
    <p class="notice">
      <strong>You do not have to be alone with this.</strong> If you might harm yourself or are in danger,
      call your local emergency number or a crisis line now. This form is not watched for emergencies; your
      therapist is told about your answer when you send it.
    </p>
  );
}
