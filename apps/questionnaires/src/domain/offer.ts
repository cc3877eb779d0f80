import type { Answer } from './answer.ts';
import type { Item } from './instrument.ts';

const longest = 4_000;
const patterns = {
  date: /^\d{4}(-\d\d(-\d\d)?)?$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/,
  time: /^\d\d:\d\d(:\d\d(\.\d+)?)?$/,
} as const;

/** Which part of an answer the item does not take, or undefined where all of it fits. */
export function whyNot(item: Item, { value, text, values }: Answer): 'value' | 'text' | 'values' | undefined {
  if (value !== null && !takesNumber(item, value)) return 'value';
  if (values !== undefined && !takesSeveral(item, values)) return 'values';
  if (value !== null && item.several === true) return 'value';
  if (text === undefined) return undefined;
  return takesText(item, text) && (value === null || item.several === true) ? undefined : 'text';
}

function takesNumber({ options, range, whole }: Item, value: number): boolean {
  if (!range) return options.some((option) => option.value === value);
  if (whole === true && !Number.isInteger(value)) return false;
  if (!(value >= range.min && value <= range.max)) return false;
  const steps = (value - range.min) / range.step;
  // Below this a step is no step that anybody chose.
  return range.step < 1e-5 || Math.abs(steps - Math.round(steps)) < 1e-6;
}

const takesSeveral = ({ options, several }: Item, values: readonly number[]) =>
  several === true &&
  new Set(values).size === values.length &&
  values.every((value) => options.some((option) => option.value === value));

function takesText({ kind, other }: Item, text: string): boolean {
  if (text.length > longest) return false;
  if (kind === undefined || kind === 'number' || kind === 'display') return other === true;
  if (kind === 'text') return true;
  return patterns[kind].test(text) && (kind === 'time' || !Number.isNaN(Date.parse(text)));
}

/** What may be answered, in words. */
export function offerOf({ options, range, kind, several }: Item): string {
  if (kind === 'text') return `words, at most ${longest} characters`;
  if (kind === 'date') return 'a date such as 2026-11-23';
  if (kind === 'date-time') return 'an instant such as 2026-11-23T10:00:00Z';
  if (kind === 'time') return 'a time such as 10:30';
  if (range && kind === 'number') return `a number from ${range.min} to ${range.max}`;
  if (range) return `a number from ${range.min} to ${range.max} in steps of ${range.step}`;
  return `${several === true ? 'any' : 'one'} of ${options.map((option) => option.value).join(', ')}`;
}
