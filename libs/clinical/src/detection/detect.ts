import type { Direction } from '../statistics/outcome.ts';
import type { Detection, ScoreSeries } from './detection.ts';
import type { DetectorSpec } from './detector-spec.ts';
import { detectorOf } from './detectors.ts';

/**
 * What a detector says about each score of a series, as it would have said it when that score was the newest.
 * @throws InvalidOption when a parameter lies outside of its range
 */
export function detectAll(spec: DetectorSpec, direction: Direction, series: ScoreSeries): Detection[] {
  const { start, next } = detectorOf(spec, direction);
  let state = start;
  return series.map((score) => {
    const [after, detection] = next(state, score);
    state = after;
    return detection;
  });
}
