import type { Item, Scale } from '../instrument/instrument.ts';
import { bandOf } from './band-of.ts';
import { UnscorableResponse } from './unscorable-response.error.ts';

export interface ScaleScore {
  readonly scale: string;
  /** In the unit of the scale; `null` when too many items are missing. */
  readonly value: number | null;
  readonly band: string | null;
  /** How many of the scale's items were answered, and how many there are. */
  readonly answered: number;
  readonly items: number;
  readonly status: 'scored' | 'not-scorable';
}

/**
 * Scores one scale from keyed item values. A missing item never lowers a sum: it is extrapolated or not scored.
 * @param items of the instrument, which say how far each answer could have gone
 */
export function scoreScale(
  scale: Scale,
  values: ReadonlyMap<string, number>,
  items: readonly Pick<Item, 'linkId' | 'min' | 'max'>[],
): ScaleScore {
  if (scale.expression) throw new UnscorableResponse(`scale "${scale.code}" is computed by an expression`);
  const answered = scale.items.filter((linkId) => values.has(linkId)).length;
  const counts = { scale: scale.code, answered, items: scale.items.length };
  const sum = mayBeScored(scale, answered) ? sumOf(scale, values, items) : null;
  if (sum === null) return { ...counts, value: null, band: null, status: 'not-scorable' };
  const combined = scale.method === 'mean' ? sum / scale.items.length : sum;
  const value = tidy(combined * (scale.multiplier ?? 1));
  return { ...counts, value, band: bandOf(scale.bands, value), status: 'scored' };
}

function mayBeScored({ items, missing, method }: Scale, answered: number): boolean {
  const absent = items.length - answered;
  if (answered === 0) return false;
  if (absent === 0) return true;
  if (missing.rule === 'none' || absent > (missing.count ?? 0)) return false;
  // A sum over fewer items would be silently lower. A mean over fewer is still a mean.
  return missing.prorate || method === 'mean';
}

/**
 * The sum, extrapolated where items are missing: these are taken to lie as far up their own ranges as the answered ones
 * lie up theirs. Among items of one range that is their mean for each missing one; null where the answered ones have no
 * range at all.
 */
function sumOf(
  { items: linkIds }: Scale,
  values: ReadonlyMap<string, number>,
  items: readonly Pick<Item, 'linkId' | 'min' | 'max'>[],
): number | null {
  const sum = linkIds.reduce((total, linkId) => total + (values.get(linkId) ?? 0), 0);
  if (linkIds.every((linkId) => values.has(linkId))) return sum;
  const counted = items.filter(({ linkId }) => linkIds.includes(linkId));
  const given = counted.filter(({ linkId }) => values.has(linkId));
  const share = (sum - lowest(given)) / width(given);
  return Number.isFinite(share) ? lowest(counted) + share * width(counted) : null;
}

type Ranges = readonly Pick<Item, 'min' | 'max'>[];
const lowest = (items: Ranges) => items.reduce((sum, { min }) => sum + min, 0);
const width = (items: Ranges) => items.reduce((sum, { min, max }) => sum + max - min, 0);

/** Two decimals: more would pretend to a precision that no questionnaire has, and 0.1 + 0.2 would show. */
export const tidy = (value: number) => Math.round(value * 100 * (1 + Number.EPSILON)) / 100;
