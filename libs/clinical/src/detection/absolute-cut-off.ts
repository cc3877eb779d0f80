import type { Detection, ScoreSeries } from './detection.ts';

export interface AbsoluteCutOff {
  /** The first score that is no longer a reason to worry: the signal is strictly below it. */
  readonly below: number;
}

/** Signals when the newest score lies below a fixed cut-off. Needs one score; expects that higher is better. */
export function absoluteCutOff(series: ScoreSeries, { below }: AbsoluteCutOff): Detection {
  const value = series.at(-1);
  if (value === undefined) return { outcome: 'insufficient-data', needed: 1 };
  return {
    outcome: value < below ? 'signal' : 'quiet',
    evidence: { value, threshold: below, previous: null },
  };
}
