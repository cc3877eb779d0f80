import type { Instrument } from './instrument.ts';
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
  instrument: Pick<Instrument, 'items'>,
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
    } else if (value !== null && !item.options.some((option) => option.value === value)) {
      const offered = item.options.map((option) => option.value).join(', ');
      mismatches.push({ pointer: `${here}/value`, detail: `Choose one of ${offered}, or null.` });
    }
    values.set(linkId, value);
  }
  const answers = instrument.items.map(({ linkId }) => ({ linkId, value: values.get(linkId) ?? null }));
  if (mismatches.length === 0 && answers.every(({ value }) => value === null)) {
    mismatches.push({ pointer: at, detail: 'Answer at least one item.' });
  }
  return mismatches.length > 0 ? { mismatches } : { answers };
}
