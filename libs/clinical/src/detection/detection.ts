/** Scores of one scale in the order in which they were answered, the newest last. */
export type ScoreSeries = readonly number[];

/** The answer of a detector about the newest score of a series, with the numbers it was decided by. */
export type Detection =
  | { readonly outcome: 'insufficient-data'; readonly needed: number }
  | { readonly outcome: 'quiet' | 'signal'; readonly evidence: Evidence };

export interface Evidence {
  /** The newest score, in the unit of the scale. */
  readonly value: number;
  /** The limit that was applied: a score for a cut-off, a difference for a fall. */
  readonly threshold: number;
  /** The score before the newest one, where the detector looks at it. */
  readonly previous: number | null;
}
