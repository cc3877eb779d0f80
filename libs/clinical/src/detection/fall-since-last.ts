import type { Detection, ScoreSeries } from './detection.ts';

export interface FallSinceLast {
  /** The smallest fall that signals, in the unit of the scale. */
  readonly by: number;
}

/** Signals when the newest score fell by at least `by` since the one before. Needs two scores; higher is better. */
export function fallSinceLast(series: ScoreSeries, { by }: FallSinceLast): Detection {
  const [previous, value] = series.slice(-2);
  if (previous === undefined || value === undefined) return { outcome: 'insufficient-data', needed: 2 };
  return {
    outcome: previous - value >= by ? 'signal' : 'quiet',
    evidence: { value, threshold: by, previous },
  };
}
