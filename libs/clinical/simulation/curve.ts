import type { Course } from './courses.ts';
import { measure, type Measured, type Method } from './measure.ts';

export interface CurvePoint extends Pick<Measured, 'sensitivity' | 'falsePer100'> {
  readonly threshold: number;
}

/**
 * A rule at each of its thresholds, from few false alerts to many.
 * @param every so many thresholds one is taken
 */
export function curveOf(
  { at, thresholds }: { readonly at: (threshold: number) => Method; readonly thresholds: readonly number[] },
  courses: readonly Course[],
  every = 1,
): CurvePoint[] {
  return thresholds
    .filter((_, index) => index % every === 0)
    .map((threshold) => {
      const { sensitivity, falsePer100 } = measure(at(threshold), courses);
      return { threshold, sensitivity, falsePer100 };
    })
    .toSorted((one, other) => one.falsePer100 - other.falsePer100);
}

/** The sensitivity of a curve at so many false alerts, between its points by a straight line; null beyond its ends. */
export function sensitivityAt(curve: readonly CurvePoint[], falsePer100: number): number | null {
  const above = curve.findIndex((point) => point.falsePer100 >= falsePer100);
  const [low, high] = [curve[above - 1], curve[above]];
  if (!high) return null;
  if (!low) return high.falsePer100 === falsePer100 ? high.sensitivity : null;
  const share = (falsePer100 - low.falsePer100) / (high.falsePer100 - low.falsePer100 || 1);
  return low.sensitivity + share * (high.sensitivity - low.sensitivity);
}

/** By how much one curve lies above another one at least, over the rates that both reach; null where there is none. */
export function leastLead(
  ours: readonly CurvePoint[],
  theirs: readonly CurvePoint[],
  rates: readonly number[],
): number | null {
  const leads = rates.flatMap((rate) => {
    const other = sensitivityAt(theirs, rate);
    return other === null ? [] : [(sensitivityAt(ours, rate) ?? 0) - other];
  });
  return leads.length === 0 ? null : Math.min(...leads);
}
