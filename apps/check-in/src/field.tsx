import { useState } from 'preact/hooks';
import type { Given } from './answers.ts';
import type { Item } from './form.ts';
import { useWords } from './words/use-words.ts';

interface FieldProps {
  readonly item: Item;
  readonly kind: NonNullable<Item['kind']>;
  readonly value: Given | undefined;
  readonly onAnswer: (value: Given) => void;
}

const types = { number: 'number', date: 'date', 'date-time': 'datetime-local', time: 'time' } as const;
const mostLetters = 4000;

/** Words, a number, a date or a time. */
export function Field({ item, kind, value, onAnswer }: FieldProps) {
  const { linkId, text, unit, limits = {} } = item;
  /** What stands there and does not fit: it is no answer, and the browser says why in the reader's language. */
  const [wrong, setWrong] = useState<{ readonly given: string; readonly why: string } | null>(null);
  if (kind === 'display') return null;
  const kept = typeof value === 'object' || value === undefined ? '' : String(value);
  const shown = wrong?.given ?? (kind === 'date-time' ? toLocal(kept) : kept);
  // What is typed is an answer at once, and is found wanting only when one goes on: half a number is not wrong yet.
  const take = (event: Event) => {
    const field = event.currentTarget as HTMLInputElement;
    const given = field.value;
    const fits = field.checkValidity();
    setWrong(fits ? null : { given, why: event.type === 'change' ? field.validationMessage : '' });
    onAnswer(!fits ? '' : kind === 'number' && given !== '' ? Number(given) : toKept(kind, given));
  };
  const says = {
    name: linkId,
    'aria-label': unit === undefined ? text : `${text} (${unit})`,
    'aria-invalid': wrong !== null,
    value: shown,
  };
  return (
    <>
      {kind === 'text' ? (
        <textarea
          {...says}
          rows={4}
          minLength={limits.shortest ?? 0}
          maxLength={Math.min(limits.longest ?? mostLetters, mostLetters)}
          onInput={take}
          onChange={take}
        />
      ) : (
        <span class="field">
          <input {...says} {...boundsOf(item, kind)} type={types[kind]} onInput={take} onChange={take} />
          {unit !== undefined && <span aria-hidden="true">{unit}</span>}
        </span>
      )}
      <p role="alert" class="warning">
        {wrong?.why}
      </p>
    </>
  );
}

/** A step below this is none that anybody chose. */
const finest = 1e-5;

function boundsOf({ range, whole, limits = {} }: Item, kind: keyof typeof types) {
  if (kind === 'number') {
    const step = whole ? 1 : range && range.step >= finest ? range.step : 'any';
    return { min: range?.min, max: range?.max, step, inputMode: whole ? 'numeric' : 'decimal' } as const;
  }
  const { earliest: min, latest: max } = limits;
  if (kind !== 'date-time') return { min, max };
  return { min: min === undefined ? min : toLocal(min), max: max === undefined ? max : toLocal(max) };
}

interface OwnWordsProps {
  readonly value: Given | undefined;
  readonly several: boolean;
  readonly onAnswer: (value: Given) => void;
}

/** Words of one's own instead of an option, or beside those that are ticked. */
export function OwnWords({ value, several, onAnswer }: OwnWordsProps) {
  const { ownWords } = useWords();
  const all = typeof value === 'object' ? value : value === undefined ? [] : [value];
  const words = all.find((each) => typeof each === 'string') ?? '';
  const take = (event: Event) => {
    const given = (event.currentTarget as HTMLInputElement).value;
    const ticked = all.filter((each) => typeof each === 'number');
    onAnswer(several ? [...ticked, ...(given === '' ? [] : [given])] : given);
  };
  return (
    <div class="field own">
      <span aria-hidden="true">{ownWords}</span>
      <input type="text" aria-label={ownWords} maxLength={mostLetters} value={words} onInput={take} />
    </div>
  );
}

/** An instant is kept with its zone; the browser's field knows none. */
function toKept(kind: string, given: string): string {
  if (kind !== 'date-time' || given === '') return given;
  const instant = new Date(given);
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString();
}

function toLocal(kept: string): string {
  if (kept === '') return '';
  const instant = new Date(kept);
  const here = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return here.toISOString().slice(0, 16);
}
