import { demand, demandScores } from './invalid-option.error.ts';
import { insufficient, type InsufficientData } from './outcome.ts';
import {
  westernElectric,
  westernElectricRules,
  westernElectricWindow,
  type Chart,
  type PatternFound,
  type WesternElectricRule,
} from './western-electric.ts';

export interface IndividualsOptions {
  /** How many first scores set the limits, at least 2; all of them unless told. */
  readonly calibration?: number | undefined;
  /** How many σ away the outer limits lie; 3 unless told. */
  readonly sigmas?: number | undefined;
  /** Western Electric rules to apply; all four unless told. */
  readonly rules?: readonly WesternElectricRule[] | undefined;
}

export interface IndividualsChart {
  readonly outcome: 'computed';
  readonly limits: {
    readonly lower: number;
    readonly centre: number;
    readonly upper: number;
    /** Mean moving range / 1.128. */
    readonly sigma: number;
    readonly meanMovingRange: number;
    /** How many first scores set these limits. */
    readonly calibration: number;
  };
  readonly signals: readonly ({ readonly index: number } & PatternFound)[];
}

/** Scores needed before limits mean anything, unless the caller says how many set them. */
export const individualsMinimum = 8;

/** The expected range of two normal draws in standard deviations, as control chart tables print it. */
const d2 = 1.128;

/**
 * Control chart for single measurements: limits at mean ± sigmas · MR̄ / 1.128, with the Western Electric rules.
 * NIST/SEMATECH e-Handbook of statistical methods, 6.3.2.2. Needs 8 scores, or as many as `calibration` says.
 * @throws InvalidOption when an option lies outside of its range
 */
export function individualsChart(
  scores: readonly number[],
  { calibration, sigmas = 3, rules = westernElectricRules }: IndividualsOptions = {},
): IndividualsChart | InsufficientData {
  demandScores(scores);
  demand(
    calibration === undefined || (Number.isInteger(calibration) && calibration >= 2),
    'calibration',
    'a whole number, 2 or more',
  );
  demand(sigmas > 0, 'sigmas', 'more than 0');
  const needed = calibration ?? individualsMinimum;
  if (scores.length < needed) return insufficient(needed, scores.length);
  const basis = scores.slice(0, calibration ?? scores.length);
  const { meanMovingRange, ...chart } = chartOf(basis, sigmas);
  return {
    outcome: 'computed',
    limits: {
      lower: chart.centre - sigmas * chart.sigma,
      centre: chart.centre,
      upper: chart.centre + sigmas * chart.sigma,
      sigma: chart.sigma,
      meanMovingRange,
      calibration: basis.length,
    },
    signals: scores.flatMap((_, index) => {
      const recent = scores.slice(Math.max(0, index + 1 - westernElectricWindow), index + 1);
      return westernElectric(recent, chart, rules).map((found) => ({ index, ...found }));
    }),
  };
}

/** Centre and σ from the scores that set the limits, two or more. */
export function chartOf(basis: readonly number[], sigmas: number): Chart & { meanMovingRange: number } {
  const centre = basis.reduce((sum, score) => sum + score, 0) / basis.length;
  const ranges = basis.slice(1).map((score, index) => Math.abs(score - (basis[index] as number)));
  const meanMovingRange = ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
  return { centre, sigma: meanMovingRange / d2, sigmas, meanMovingRange };
}
