import { t } from '@lingui/core/macro';
import type { Instrument } from '../../api/instruments.ts';
import { answerWords } from './key-answers.ts';
import type { KeyChange } from './key-changes.ts';
import { numberIn, type Part, partsOf, textIn } from './key-document.ts';
import { keyPartWords } from './key-words.ts';

type Named = Pick<Instrument, 'items' | 'scales' | 'title'>;

/** What a change comes to, line by line: of a list only what is different. */
export function keyChangeWords(instrument: Named, { of, field, from, to }: KeyChange): readonly string[] {
  if (field === 'bands') return listWords(bandsOf(from), bandsOf(to));
  if (field === 'items') return listWords(questionsOf(instrument, from), questionsOf(instrument, to));
  const told = (value: unknown) => (field === 'risk' ? risk(instrument, of, value) : valueWords(value));
  const [before, after] = [told(from), told(to)];
  return [t`${before} becomes ${after}`];
}

/** What is in a list by its name; its own words are empty where the name says it all. */
type Entry = readonly [name: string, words: string];

function listWords(from: readonly Entry[], to: readonly Entry[]): readonly string[] {
  const [was, is] = [new Map(from), new Map(to)];
  const lines = [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [before, after] = [was.get(name), is.get(name)];
    if (before === after) return [];
    const whole = [name, before ?? after].filter(Boolean).join(': ');
    if (before === undefined) return [t`${whole} is added`];
    if (after === undefined) return [t`${whole} is left out`];
    return [t`${name}: ${before} becomes ${after}`];
  });
  // Without any of these they stand in another order, or twice.
  return lines.length > 0 ? lines : [t`The same, listed otherwise`];
}

const listed = (list: unknown): readonly unknown[] => (Array.isArray(list) ? (list as unknown[]) : []);

const bandsOf = (bands: unknown): readonly Entry[] =>
  (partsOf({ bands }, 'bands') ?? []).map((band) => [
    bandName(band),
    `${end(band, 'from')}–${end(band, 'to')}`,
  ]);
export const bandName = (band: Part): string => textIn(band, 'code').replaceAll('-', ' ');
const end = (band: Part, field: string) => String(numberIn(band, field) ?? '…');

const questionsOf = (instrument: Named, items: unknown): readonly Entry[] =>
  listed(items).map((id) => [keyPartWords(instrument, String(id)), '']);

function risk({ items }: Named, id: string, value: unknown): string {
  const atLeast = typeof value === 'object' && value !== null ? numberIn(value as Part, 'atLeast') : null;
  if (atLeast === null) return t`never`;
  return answerWords(items.find(({ linkId }) => linkId === id) ?? { options: [] }, atLeast);
}

/** What a field is set to; a piece that is not known here is told name by name. */
export function valueWords(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'boolean') return value ? t`yes` : t`no`;
  if (typeof value !== 'object') return String(value as string | number);
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(valueWords).join(', ');
  const piece = value as Part;
  if (typeof piece['rule'] === 'string') return missingWords(piece, piece['rule']);
  return 'value' in piece || 'source' in piece || 'sd' in piece ? sourcedWords(piece) : namedWords(piece);
}

function sourcedWords(piece: Part): string {
  const [number, sd, source] = [
    valueWords(numberIn(piece, 'value')),
    numberIn(piece, 'sd'),
    textIn(piece, 'source'),
  ];
  const told = sd === null ? number : t`${number}, standard deviation ${sd}`;
  return source === '' ? told : `${told} (${source})`;
}

function missingWords(missing: Part, rule: string): string {
  const [count, percent] = [valueWords(missing['count']), valueWords(missing['percent'])];
  const known: Readonly<Record<string, string>> = {
    none: t`no score`,
    refuse: t`the response is not taken`,
    'at-most': t`up to ${count} may be missing`,
    'at-least': t`${percent} % must be there`,
  };
  const told = Object.hasOwn(known, rule) ? (known[rule] ?? rule) : rule;
  return missing['prorate'] === true ? t`${told}, extrapolated from the others` : told;
}

const namedWords = (piece: Part): string =>
  Object.entries(piece)
    .map(([name, value]) => `${name} ${valueWords(value)}`)
    .join(', ');
