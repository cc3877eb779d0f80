import { checkInstrument } from './check-instrument.ts';
import type { Instrument, Item, Scale } from './instrument.ts';
import type { Mismatch } from './mismatch.ts';

/** What may be wrong about a published version: how it counts, never what was asked. */
export interface KeyCorrection {
  readonly items?: readonly Pick<Item, 'linkId' | 'reversed' | 'risk'>[] | undefined;
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
    items: instrument.items.map((item) => ({ ...item, ...changes.get(item.linkId) })),
    scales,
  };
  const mismatches = [...unknown, ...checkInstrument(corrected)];
  return mismatches.length > 0 ? { mismatches } : { corrected };
}

/** What a client reads of an instrument, apart from how it counts. */
export const wordingOf = ({ scales: _, items, ...instrument }: Instrument) => ({
  ...instrument,
  items: items.map(({ reversed: _reversed, risk: _risk, ...item }) => item),
});
