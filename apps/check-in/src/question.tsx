import type { Item, Line } from './api.ts';

interface Props {
  readonly item: Item;
  readonly value: number | undefined;
  readonly onAnswer: (linkId: string, value: number) => void;
}

/** One item with its options below each other: a thumb reaches them all, and a reader names each with its question. */
export function Question({ item: { linkId, text, options, range, risk }, value, onAnswer }: Props) {
  const answer = (chosen: number) => {
    onAnswer(linkId, chosen);
  };
  return (
    <fieldset>
      <legend>{text}</legend>
      {range && <Scale name={linkId} line={range} value={value} onAnswer={answer} />}
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={linkId}
            checked={value === option.value}
            onChange={() => {
              answer(option.value);
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
      <div role="status">{isRisk(risk, value) && <Help />}</div>
    </fieldset>
  );
}

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
export const isRisk = (risk: Item['risk'], value: number | undefined) =>
  risk !== undefined && value !== undefined && value >= risk.atLeast;

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
