import type { Item } from '../instrument/instrument.ts';
import type { Answer } from './answer-values.ts';

/** The items whose answers, as given and whatever the totals say, are a risk to the client's safety. */
export function riskItems(
  instrument: { readonly items: readonly Pick<Item, 'linkId' | 'risk'>[] },
  answers: readonly Answer[],
): string[] {
  const thresholds = new Map(instrument.items.map(({ linkId, risk }) => [linkId, risk?.atLeast]));
  return answers.flatMap(({ linkId, value }) => {
    const atLeast = thresholds.get(linkId);
    return value !== null && atLeast !== undefined && value >= atLeast ? [linkId] : [];
  });
}
