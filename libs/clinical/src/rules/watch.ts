import type { Detection } from '../detection/detection.ts';
import { detectorOf } from '../detection/detectors.ts';
import type { Rule } from './rule.ts';

/** How far a rule has looked at a series: how many scores, and what its detector remembers. Plain JSON. */
export interface Watch {
  readonly count: number;
  readonly state: unknown;
}

/**
 * A rule that has looked at no score yet.
 * @throws InvalidOption when a parameter of its detector lies outside of its range
 */
export const startWatch = ({ detector, direction }: Rule): Watch => ({
  count: 0,
  state: detectorOf(detector, direction).start,
});

/** What the rule says about one more score, and where it goes on from. */
export function watchNext(
  { detector, direction, minimumHistory = 1 }: Rule,
  { count, state }: Watch,
  score: number,
): readonly [Watch, Detection] {
  const [after, detection] = detectorOf(detector, direction).next(state, score);
  const watch = { count: count + 1, state: after };
  if (watch.count >= minimumHistory || detection.outcome === 'insufficient-data') return [watch, detection];
  return [watch, { outcome: 'insufficient-data', needed: minimumHistory }];
}

/** What the rule says about each score of a series, as it would have said it when that score was the newest. */
export function watchAll(rule: Rule, scores: readonly number[]): readonly [Watch, Detection[]] {
  let watch = startWatch(rule);
  const detections = scores.map((score) => {
    const [after, detection] = watchNext(rule, watch, score);
    watch = after;
    return detection;
  });
  return [watch, detections];
}
