import type { Instrument, Item } from './instrument.ts';
import type { Mismatch } from './mismatch.ts';

/** `null` says that the item was left open. */
export interface Answer {
  readonly linkId: string;
  readonly value: number | null;
}

export type CheckedAnswers =
  | { readonly mismatches: readonly Mismatch[] }
  | { readonly mismatches?: undefined; readonly answers: readonly Answer[] };

/**
 * Holds answers against the instrument they are given to. Those that fit come back in the instrument's order with
 * every item in them; an item that was left out is one that was left open.
 * @param at pointer to the list of answers
 */
export function checkAnswers(
  instrument: Pick<Instrument, 'items' | 'scales'>,
  given: readonly Answer[],
  at = '/answers',
): CheckedAnswers {
  const items = new Map(instrument.items.map((item) => [item.linkId, item]));
  const values = new Map<string, number | null>();
  const mismatches: Mismatch[] = [];
  for (const [index, { linkId, value }] of given.entries()) {
    const item = items.get(linkId);
    const here = `${at}/${index}`;
    if (!item) {
      mismatches.push({ pointer: `${here}/linkId`, detail: 'The instrument has no such item.' });
    } else if (values.has(linkId)) {
      mismatches.push({ pointer: `${here}/linkId`, detail: 'Answer an item once.' });
    } else if (value !== null && !isOffered(item, value)) {
      mismatches.push({ pointer: `${here}/value`, detail: `Choose ${offer(item)}, or null.` });
    }
    values.set(linkId, value);
  }
  const answers = instrument.items.map(({ linkId }) => ({ linkId, value: values.get(linkId) ?? null }));
  if (mismatches.length === 0 && answers.every(({ value }) => value === null)) {
    mismatches.push({ pointer: at, detail: 'Answer at least one item.' });
  }
  const needed = new Set(
    instrument.scales.flatMap(({ missing, items: counted }) => (missing.rule === 'refuse' ? counted : [])),
  );
  const open = answers.filter(({ linkId, value }) => value === null && needed.has(linkId));
  if (mismatches.length === 0 && open.length > 0) {
    mismatches.push(
      ...open.map(({ linkId }) => ({ pointer: at, detail: `Answer item ${linkId}: none may be left open.` })),
    );
  }
  return mismatches.length > 0 ? { mismatches } : { answers };
}

function isOffered({ options, range }: Item, value: number): boolean {
  if (!range) return options.some((option) => option.value === value);
  const steps = (value - range.min) / range.step;
  return value >= range.min && value <= range.max && Math.abs(steps - Math.round(steps)) < 1e-6;
}

const offer = ({ options, range }: Item) =>
  range
    ? `a number from ${range.min} to ${range.max} in steps of ${range.step}`
    : `one of ${options.map((option) => option.value).join(', ')}`;
