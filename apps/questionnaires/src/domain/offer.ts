import type { Answer } from './answer.ts';
import type { Item } from './instrument.ts';

/** Characters in an answer of words, whatever the instrument says. */
export const mostLetters = 4_000;
const patterns = {
  date: /^\d{4}(-\d\d(-\d\d)?)?$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/,
  time: /^\d\d:\d\d(:\d\d(\.\d+)?)?$/,
} as const;

/** Which part of an answer the item does not take, or undefined where all of it fits. */
export function whyNot(item: Item, answer: Answer): 'value' | 'text' | 'values' | undefined {
  const { value, text, values } = answer;
  if (value !== null && !takesNumber(item, value)) return 'value';
  if (values !== undefined && !takesSeveral(item, values)) return 'values';
  if (value !== null && item.several === true) return 'value';
  if (ticked(answer) > (item.limits?.most ?? Infinity)) return 'values';
  if (text === undefined) return undefined;
  return takesText(item, text) && (value === null || item.several === true) ? undefined : 'text';
}

/** Whether fewer options are ticked than the item asks for. On the way there it may be so. */
export const isTooFew = ({ limits }: Item, answer: Answer): boolean =>
  ticked(answer) < (limits?.fewest ?? 0) && (answer.values !== undefined || answer.text !== undefined);

const ticked = ({ values = [], text }: Answer) => values.length + (text === undefined ? 0 : 1);

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

function takesText({ kind, other, limits = {} }: Item, text: string): boolean {
  const { shortest = 0, longest = mostLetters, earliest, latest } = limits;
  if (text.length > Math.min(longest, mostLetters)) return false;
  if (kind === undefined || kind === 'number' || kind === 'display') return other === true;
  if (kind === 'text') return text.length >= shortest;
  if (!patterns[kind].test(text) || (kind !== 'time' && Number.isNaN(Date.parse(text)))) return false;
  const isBefore = kind === 'date-time' ? isEarlier : isLess;
  return (
    !(earliest !== undefined && isBefore(text, earliest)) && !(latest !== undefined && isBefore(latest, text))
  );
}

const isEarlier = (one: string, other: string) => Date.parse(one) < Date.parse(other);

/** Of dates and times as far as both are said: 2026-11 is neither before nor after 2026-11-23. */
function isLess(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

/** What may be answered, in words. */
export function offerOf({ options, range, kind, several, limits = {} }: Item): string {
  const { shortest, longest = mostLetters, earliest, latest, fewest = 0, most } = limits;
  const between = [
    ...(earliest === undefined ? [] : [`, not before ${earliest}`]),
    ...(latest === undefined ? [] : [`, not after ${latest}`]),
  ].join('');
  if (kind === 'text') {
    const least = shortest === undefined ? '' : `at least ${shortest} and `;
    return `words, ${least}at most ${Math.min(longest, mostLetters)} characters`;
  }
  if (kind === 'date') return `a date such as 2026-11-23${between}`;
  if (kind === 'date-time') return `an instant such as 2026-11-23T10:00:00Z${between}`;
  if (kind === 'time') return `a time such as 10:30${between}`;
  if (range && kind === 'number') return `a number from ${range.min} to ${range.max}`;
  if (range) return `a number from ${range.min} to ${range.max} in steps of ${range.step}`;
  const many = [
    ...(fewest > 0 ? [`at least ${fewest}`] : []),
    ...(most === undefined ? [] : [`at most ${most}`]),
  ];
  const count = several === true ? many.join(' and ') || 'any' : 'one';
  return `${count} of ${options.map((option) => option.value).join(', ')}`;
}
