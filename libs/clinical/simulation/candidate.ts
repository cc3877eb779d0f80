import type { Rule } from '../src/index.ts';
import type { Method } from './measure.ts';
import { prior } from './prior.ts';
import { assumed } from './world.ts';

/** What is tuned once; the one knob that is left turns the thresholds together. */
export interface Tuning {
  /** How much the usual level moves from session to session. */
  readonly drift: number;
  /** By how many standard deviations a single score moves the expectation at most. */
  readonly clip: number;
  /** By how many points the cut-off goes down where the knob goes up by one. */
  readonly cutOffPace: number;
}

export const tunings: readonly Tuning[] = [0, 0.5, 1].flatMap((drift) =>
  [1, 1.5, 2].flatMap((clip) => [2, 4, 8].map((cutOffPace) => ({ drift, clip, cutOffPace }))),
);

/** The knob: how many standard deviations below what is expected a score must be. */
export const knobs = Array.from({ length: 67 }, (_, index) => Math.round((0.3 + index * 0.05) * 100) / 100);

/** The position that ships. */
export const shippedAt = 1.8;
/**
 * The cut-off at that position: 2.5 for an item, halfway between the second and the third answer. A convention and not tuned: whoever
 * starts that low is to be heard of at once and with weight, however few such clients there are.
 */
export const shippedCutOff = 30;

const alliance = {
  concern: 'alliance',
  instrument: 'https://attune.example/instruments/attune-alliance-check-in',
  scale: 'total',
  direction: 'higher-is-better',
} as const;

/** The default rules at a position of the knob. */
export function rulesAt(sds: number, { drift, clip, cutOffPace }: Tuning): Rule[] {
  // Totals are whole numbers, and nobody takes an alliance for weak from here on.
  const cutoff = Math.min(assumed.weakBelow, Math.round(shippedCutOff - cutOffPace * (sds - shippedAt)));
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
      detector: { kind: 'expected-score', ...prior, drift, sds, clip },
    },
  ];
}

export const candidate = (tuning: Tuning) => ({
  at: (sds: number): Method => rulesAt(sds, tuning).map(({ detector }) => detector),
  thresholds: knobs,
});
