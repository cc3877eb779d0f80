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
export function Field({ item: { linkId, text, range, unit, whole }, kind, value, onAnswer }: FieldProps) {
  if (kind === 'display') return null;
  const shown = typeof value === 'object' || value === undefined ? '' : String(value);
  const take = (event: Event) => {
    const given = (event.currentTarget as HTMLInputElement).value;
    onAnswer(kind === 'number' && given !== '' ? Number(given) : toKept(kind, given));
  };
  if (kind === 'text') {
    return (
      <textarea
        name={linkId}
        aria-label={text}
        rows={4}
        maxLength={mostLetters}
        value={shown}
        onInput={take}
      />
    );
  }
  const bounds = range && kind === 'number' && { min: range.min, max: range.max };
  return (
    <span class="field">
      <input
        type={types[kind]}
        name={linkId}
        aria-label={unit === undefined ? text : `${text} (${unit})`}
        {...bounds}
        {...(kind === 'number' && { step: whole ? 1 : 'any', inputMode: whole ? 'numeric' : 'decimal' })}
        value={kind === 'date-time' ? toLocal(shown) : shown}
        onChange={take}
      />
      {unit !== undefined && <span aria-hidden="true">{unit}</span>}
    </span>
  );
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
