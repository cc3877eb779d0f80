import type { Instrument, Item } from '../instrument/instrument.ts';
import { UnscorableResponse } from './unscorable-response.error.ts';

/** One answer; `null` says that the item was seen and left open. */
export interface Answer {
  readonly linkId: string;
  readonly value: number | null;
}

/**
 * The answered items by linkId, reverse-keyed ones already turned round (min + max - answer).
 * @throws UnscorableResponse when an answer is not one that the instrument can have.
 */
export function answerValues(
  instrument: Instrument,
  answers: readonly Answer[],
): ReadonlyMap<string, number> {
  const items = new Map(instrument.items.map((item) => [item.linkId, item]));
  const seen = new Set<string>();
  const values = new Map<string, number>();
  for (const { linkId, value } of answers) {
    const item = items.get(linkId);
    if (!item) throw new UnscorableResponse(`${instrument.url} has no item "${linkId}"`);
    if (seen.has(linkId)) throw new UnscorableResponse(`item "${linkId}" is answered twice`);
    seen.add(linkId);
    if (value !== null) values.set(linkId, keyed(item, value));
  }
  return values;
}

function keyed(item: Item, value: number): number {
  if (!(value >= item.min && value <= item.max)) {
    throw new UnscorableResponse(
      `the answer to item "${item.linkId}" is not between ${item.min} and ${item.max}`,
    );
  }
  return item.reversed ? item.min + item.max - value : value;
}
