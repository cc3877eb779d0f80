import type { Course } from './courses.ts';
import { measure, type Measured, type Method } from './measure.ts';

export interface CurvePoint extends Pick<Measured, 'sensitivity' | 'falsePer100'> {
  readonly threshold: number;
}

/** A rule at each of its thresholds, from few false alerts to many. */
export function curveOf(
  { at, thresholds }: { readonly at: (threshold: number) => Method; readonly thresholds: readonly number[] },
  courses: readonly Course[],
): CurvePoint[] {
  return thresholds
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
