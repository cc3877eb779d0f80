import { knobs, shippedAt, shippedCutOff as cutOff, type Tuning } from './candidate.ts';
import { cusum, ownBaseline, steps, type Family } from './methods.ts';
import { prior } from './prior.ts';

/** Rules that could have been shipped instead: the knob turns their thresholds together. */
export const combinations = ({ drift, clip }: Tuning): readonly Family[] => [
  {
    name: 'Cut-off or own baseline',
    source: 'combination',
    at: (sds) => [{ kind: 'absolute-cut-off', cutoff: cutOff - 4 * (sds - 1.5) }, ownBaseline(sds)],
    thresholds: steps(0.25, 5, 0.125),
  },
  {
    name: 'Cut-off or fall since last',
    source: 'combination',
    at: (by) => [
      { kind: 'absolute-cut-off', cutoff: cutOff - (by - 10) },
      { kind: 'fall-since-last', by },
    ],
    thresholds: steps(1, 24, 1),
  },
  {
    name: 'Expected score alone',
    source: 'combination',
    at: (sds) => [{ kind: 'expected-score', ...prior, drift, clip, sds }],
    thresholds: knobs,
  },
  {
    name: 'Expected score or CUSUM',
    source: 'combination',
    at: (sds) => [
      { kind: 'expected-score', ...prior, drift, clip, sds },
      cusum(prior.mean, Math.hypot(prior.between, prior.within), 8 * (sds / shippedAt)),
    ],
    thresholds: knobs,
  },
];
