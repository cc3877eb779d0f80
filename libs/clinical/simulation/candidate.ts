import type { Rule } from '../src/index.ts';
import { assumptions, measurementError } from './courses.ts';
import type { Method } from './measure.ts';

/** What is tuned once; the one knob that is left turns the thresholds together. */
export interface Tuning {
  /** How much the usual level moves from session to session. */
  readonly drift: number;
  /** By how many standard deviations a single score moves the expectation at most. */
  readonly clip: number;
  /** By how many points the cut-off goes down where the knob goes up by one. */
  readonly cutOffPace: number;
}

export const tunings: readonly Tuning[] = [0, 0.25, 0.5, 1].flatMap((drift) =>
  [0.75, 1, 1.5].flatMap((clip) => [2, 4, 8].map((cutOffPace) => ({ drift, clip, cutOffPace }))),
);

/** The knob: how many standard deviations below what is expected a score must be. */
export const knobs = Array.from({ length: 61 }, (_, index) => Math.round((0.6 + index * 0.05) * 100) / 100);

/** The position that ships: there the cut-off is the one below which an alliance is called weak. */
export const shippedAt = 2.1;

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

const within = round(Math.hypot(assumptions.occasion, measurementError), 1);

const alliance = {
  concern: 'alliance',
  instrument: 'https://attune.example/instruments/attune-alliance-check-in',
  scale: 'total',
  direction: 'higher-is-better',
} as const;

/** The default rules at a position of the knob. */
export function rulesAt(sds: number, { drift, clip, cutOffPace }: Tuning): Rule[] {
  const cutoff = round(assumptions.weakBelow - cutOffPace * (sds - shippedAt), 1);
  const { mean, betweenClients: between } = assumptions;
  return [
    {
      ...alliance,
      code: 'alliance-below-cut-off',
      title: `Alliance total below ${cutoff}`,
      severity: 'high',
      detector: { kind: 'absolute-cut-off', cutoff },
    },
    {
      ...alliance,
      code: 'alliance-below-expected',
      title: "Alliance total well below what the client's own course leads to expect",
      severity: 'medium',
      detector: { kind: 'expected-score', mean, between, within, drift, sds, clip },
    },
  ];
}

export const candidate = (tuning: Tuning) => ({
  at: (sds: number): Method => rulesAt(sds, tuning).map(({ detector }) => detector),
  thresholds: knobs,
});
