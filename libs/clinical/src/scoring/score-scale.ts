import type { Scale } from '../instrument/instrument.ts';
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

/** Scores one scale from keyed item values. A missing item never lowers a sum: it is extrapolated or not scored. */
export function scoreScale(scale: Scale, values: ReadonlyMap<string, number>): ScaleScore {
  if (scale.expression) throw new UnscorableResponse(`scale "${scale.code}" is computed by an expression`);
  const answered = scale.items.flatMap((linkId) => values.get(linkId) ?? []);
  const counts = { scale: scale.code, answered: answered.length, items: scale.items.length };
  if (!mayBeScored(scale, answered.length))
    return { ...counts, value: null, band: null, status: 'not-scorable' };
  const value = tidy(combine(scale, answered) * (scale.multiplier ?? 1));
  return { ...counts, value, band: bandOf(scale.bands, value), status: 'scored' };
}

function mayBeScored({ items, missing, method }: Scale, answered: number): boolean {
  const absent = items.length - answered;
  if (answered === 0) return false;
  if (absent === 0) return true;
  if (missing.rule === 'none' || absent > (missing.count ?? 0)) return false;
  // A sum over fewer items would be silently lower. A mean of fewer items is still a mean.
  return missing.prorate || method === 'mean';
}

function combine({ method, items }: Scale, answered: readonly number[]): number {
  const sum = answered.reduce((total, value) => total + value, 0);
  if (method === 'sum' && answered.length === items.length) return sum;
  const mean = sum / answered.length;
  return method === 'mean' ? mean : mean * items.length;
}

/** Two decimals: more would pretend to a precision that no questionnaire has, and 0.1 + 0.2 would show. */
export const tidy = (value: number) => Math.round(value * 100 + Number.EPSILON) / 100;
