import type { Rule } from './rule.ts';

/** What the default rules cost and bring at one position of their thresholds, by simulation. */
export interface OperatingPoint {
  /** How far below what is expected a score must be. */
  readonly standardDeviations: number;
  readonly shipped: boolean;
  /** False alerts in 100 sessions outside of any episode, with its 95 % confidence interval. */
  readonly falsePer100: number;
  readonly falseInterval: readonly number[];
  /** Share of episodes with at least one alert while they lasted, with its 95 % confidence interval. */
  readonly sensitivity: number;
  readonly sensitivityInterval: readonly number[];
  /** Median sessions from the onset to the first alert; 0 is the onset itself. */
  readonly delay: number;
  readonly rules: readonly Rule[];
}
