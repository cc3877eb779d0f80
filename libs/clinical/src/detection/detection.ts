/** Scores of one scale in the order in which they were answered, the newest last. */
export type ScoreSeries = readonly number[];

/** The answer of a detector about the newest score of a series, with the numbers it was decided by. */
export type Detection =
  | { readonly outcome: 'insufficient-data'; readonly needed: number }
  | { readonly outcome: 'quiet' | 'signal'; readonly evidence: Evidence };

/** All in the unit of the scale. */
export interface Evidence {
  /** The newest score. */
  readonly value: number;
  /** The limit that was applied: to the score, to a difference, to an average or to a sum, as the detector has it. */
  readonly threshold: number;
  /** The score before the newest one, where the detector compares the two. */
  readonly previous: number | null;
  /** What the detector takes for usual: the own mean, the expectation, the centre of a chart, the first score. */
  readonly reference: number | null;
  /** What was held against the limit where it is not the score: an average, a sum, a difference. */
  readonly statistic: number | null;
}

/** Evidence about a score that is held against a limit itself. */
export const evidenceOf = (
  value: number,
  threshold: number,
  more: Partial<Pick<Evidence, 'previous' | 'reference' | 'statistic'>> = {},
): Evidence => ({ value, threshold, previous: null, reference: null, statistic: null, ...more });

export const decided = (signal: boolean, evidence: Evidence): Detection => ({
  outcome: signal ? 'signal' : 'quiet',
  evidence,
});

/**
 * Looks at one score after the other. What it has to remember of earlier ones is its state, which is plain JSON and does
 * not grow: one more score costs the same after two hundred as after two.
 */
export interface Detector<State> {
  readonly start: State;
  next(state: State, score: number): readonly [State, Detection];
}
