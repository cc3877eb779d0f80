/** Which way is better on a scale: up for an alliance or a well-being measure, down for a symptom measure. */
export type Direction = 'higher-is-better' | 'lower-is-better';

/** On which side of its centre or limit a value lies. */
export type Side = 'above' | 'below';

/** There are too few scores: nothing is said rather than something that the numbers do not bear. */
export interface InsufficientData {
  readonly outcome: 'insufficient-data';
  /** How many scores the method needs, and how many it was given. */
  readonly needed: number;
  readonly given: number;
}

export const insufficient = (needed: number, given: number): InsufficientData => ({
  outcome: 'insufficient-data',
  needed,
  given,
});

/** The side on which a score is worse. */
export const worseSide = (direction: Direction): Side =>
  direction === 'higher-is-better' ? 'below' : 'above';
