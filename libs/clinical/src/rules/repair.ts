import { momentsOf, standardDeviation } from '../statistics/moments.ts';
import type { Direction } from '../statistics/outcome.ts';

/** How an alliance came on after a rupture, one score after the other. */
export interface RepairWatch {
  readonly status: 'watching' | 'repaired' | 'not-repaired';
  /** Scores since the rupture. */
  readonly scores: number;
  /** From here on, in the scale's unit, the alliance counts as back. */
  readonly target: number;
  readonly direction: Direction;
}

export interface RepairOptions {
  readonly direction: Direction;
  /** What a rule held the score against, in the scale's unit; null where no rule has a cut-off. */
  readonly cutoff: number | null;
  /** The least spread of a client's own scores that is believed, in the scale's unit: 0 or more. */
  readonly floor?: number;
}

/** Fewer scores than this are no baseline. */
export const repairMinimum = 3;

/**
 * What a client's score has to come back to after a rupture: the edge of what was usual for this client before, one
 * standard deviation below the mean of the earlier scores (above it where lower is better), and not beyond a cut-off
 * that the rupture fell under. It follows the V-shaped episodes of Strauss et al. (2006, J Consult Clin Psychol 74,
 * 337-345), a return to the client's own earlier level after a fall by the client's own standard deviation.
 * @param before the scores before the rupture, in order; fewer than three are no baseline
 * @returns null where there is neither a baseline nor a cut-off to come back to
 */
export function startRepair(
  before: readonly number[],
  { direction, cutoff, floor = 0 }: RepairOptions,
): RepairWatch | null {
  const sign = direction === 'higher-is-better' ? 1 : -1;
  const moments = momentsOf(before);
  const spread = Math.max(standardDeviation(moments), floor);
  const edge = before.length < repairMinimum ? null : moments.mean - sign * spread;
  const marks = [edge, cutoff].filter((mark) => mark !== null);
  if (marks.length === 0) return null;
  const target = direction === 'higher-is-better' ? Math.max(...marks) : Math.min(...marks);
  return { status: 'watching', scores: 0, target, direction };
}

/**
 * One more score after the rupture.
 * @param within how many scores the alliance is given to come back: 1 or more
 */
export function watchRepair(watch: RepairWatch, score: number, within: number): RepairWatch {
  if (watch.status !== 'watching') return watch;
  const back = watch.direction === 'higher-is-better' ? score >= watch.target : score <= watch.target;
  return back ? { ...watch, scores: watch.scores + 1, status: 'repaired' } : notBack(watch, within);
}

/**
 * One more score after the rupture, of which a rule says again that it is one: not back, whatever its value.
 * @param within how many scores the alliance is given to come back: 1 or more
 */
export const ruptureAgain = (watch: RepairWatch, within: number): RepairWatch =>
  watch.status === 'watching' ? notBack(watch, within) : watch;

function notBack(watch: RepairWatch, within: number): RepairWatch {
  const scores = watch.scores + 1;
  return { ...watch, scores, status: scores >= within ? 'not-repaired' : 'watching' };
}

/** The watch from its beginning, as for a new rupture after a repair: what to come back to stays. */
export const watchAgain = (watch: RepairWatch): RepairWatch => ({ ...watch, status: 'watching', scores: 0 });
