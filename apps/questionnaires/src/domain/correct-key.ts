import { checkInstrument } from './check-instrument.ts';
import type { Instrument, Item, Scale } from './instrument.ts';
import type { Mismatch } from './mismatch.ts';

/** What is not told stays as it is. */
interface ItemCorrection extends Pick<Item, 'linkId'> {
  readonly reversed?: boolean | undefined;
  /** Null where the item is not about harm after all. */
  readonly risk?: Item['risk'] | null | undefined;
}

/** What may be wrong about a published version: how it counts, never what was asked. */
export interface KeyCorrection {
  readonly items?: readonly ItemCorrection[] | undefined;
  readonly scales: readonly Scale[];
}

/** The instrument with another key. Its words and the answers to choose from stay as they were asked. */
export function correctKey<Kept extends Instrument>(
  instrument: Kept,
  { items = [], scales }: KeyCorrection,
):
  | { readonly mismatches: readonly Mismatch[] }
  | { readonly mismatches?: undefined; readonly corrected: Kept } {
  const changes = new Map(items.map((item) => [item.linkId, item]));
  const known = new Set(instrument.items.map(({ linkId }) => linkId));
  const unknown = items.flatMap(({ linkId }, index) =>
    known.has(linkId)
      ? []
      : [{ pointer: `/items/${index}/linkId`, detail: 'The instrument has no such item.' }],
  );
  const corrected = {
    ...instrument,
    items: instrument.items.map((item) => counting(correctedItem(item, changes.get(item.linkId)), scales)),
    // An expression belongs to what was published: it is tried there, and never sent by itself.
    scales: scales.map((scale) => {
      const { expression } = instrument.scales.find(({ code }) => code === scale.code) ?? {};
      return expression ? { ...scale, expression } : scale;
    }),
  };
  const mismatches = [...unknown, ...otherScales(instrument.scales, scales), ...checkInstrument(corrected)];
  return mismatches.length > 0 ? { mismatches } : { corrected };
}

/** What rules watch keeps its name and its direction: another scale is another version. */
function otherScales(before: readonly Scale[], after: readonly Scale[]): Mismatch[] {
  return before.flatMap(({ code, higherIsBetter }) => {
    const index = after.findIndex((scale) => scale.code === code);
    if (index < 0) {
      const detail = `The scale ${code} is missing: leave it in, or publish a new version without it.`;
      return [{ pointer: '/scales', detail }];
    }
    if (after[index]?.higherIsBetter === higherIsBetter) return [];
    const detail = 'A correction does not turn a scale round: publish a new version.';
    return [{ pointer: `/scales/${index}/higherIsBetter`, detail }];
  });
}

function correctedItem({ risk: before, ...item }: Item, change: ItemCorrection | undefined): Item {
  const risk = change?.risk === undefined ? before : (change.risk ?? undefined);
  return { ...item, reversed: change?.reversed ?? item.reversed, ...(risk && { risk }) };
}

/** What a scale has come to look at counts from now on. */
function counting({ counts, ...item }: Item, scales: readonly Scale[]): Item {
  const counted = item.risk ?? scales.some(({ items }) => items.includes(item.linkId));
  return counts === false && !counted ? { ...item, counts } : item;
}

/** What a client reads of an instrument, apart from how it counts. */
export const wordingOf = ({ scales: _, items, ...instrument }: Instrument) => ({
  ...instrument,
  items: items.map(({ reversed: _reversed, risk: _risk, counts: _counts, ...item }) => item),
});
