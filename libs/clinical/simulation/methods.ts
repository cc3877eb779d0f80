import type { DetectorSpec } from '../src/index.ts';
import { ewmaNext, ewmaStart } from '../src/statistics/ewma.ts';
import { alertsOf, type Alarm, type Method } from './measure.ts';
import { prior } from './prior.ts';
import { assumed, measurementError, scale } from './world.ts';

/** A rule with one threshold to turn, from strict to lax. */
export interface Family {
  readonly name: string;
  /** Where the rule, or its use, was published. */
  readonly source: string;
  readonly at: (threshold: number) => Method;
  readonly thresholds: readonly number[];
  /** The thresholds that were published, or are in use, each with its name where there are several. */
  readonly published?: readonly (readonly [threshold: number, name?: string])[];
}

export const steps = (from: number, to: number, by: number) =>
  Array.from({ length: Math.round((to - from) / by) + 1 }, (_, index) => from + index * by);

const { mean, between, within } = prior;
const single = Math.hypot(between, within);
const floor = measurementError(assumed);
const { reliability } = assumed;
/** A number of the Session Rating Scale, 0–40, as the same share of this scale. */
const fromSrs = (points: number) => (points / 40) * (scale.max - scale.min);
const srs = 'Duncan, Miller, Sparks et al. (2003)';
const charts = 'Eubanks-Carter, Gorman & Muran (2012)';

/** A chart round the mean of a client's own first four sessions, from the fifth on. */
const roundOwn =
  (chart: (target: number) => DetectorSpec | Alarm): Alarm =>
  (scores) => {
    const first = scores.slice(0, 4);
    const target = first.reduce((sum, score) => sum + score, 0) / first.length;
    return [...first.map(() => false), ...alertsOf([chart(target)], scores.slice(4))];
  };

export const ownBaseline = (sds: number): DetectorSpec => ({ kind: 'own-baseline', sds, minimum: 4, floor });
/** What sums up or averages would go on signalling for sessions after all is well: it starts again after a signal. */
export const cusum = (target: number, sd: number, h: number): DetectorSpec => ({
  ...{ kind: 'cusum', target, sd, k: 0.5, h, reset: true },
});
const ewma =
  (target: number, sd: number, sigmas: number): Alarm =>
  (scores) => {
    const options = { target, sd, lambda: 0.2, sigmas };
    let state = ewmaStart(options);
    return scores.map((score) => {
      const { value, side } = ewmaNext(state, score, options);
      state = side === null ? { count: state.count + 1, value } : ewmaStart(options);
      return side === 'below';
    });
  };

/** Rules of practice and of statistics, each alone. */
export const families: readonly Family[] = [
  {
    name: 'Cut-off (SRS: below 36 of 40)',
    source: srs,
    at: (cutoff) => [{ kind: 'absolute-cut-off', cutoff }],
    thresholds: steps(20, 60, 1),
    published: [[scale.min + fromSrs(36)]],
  },
  {
    name: 'Fall since last (SRS: 1 of 40)',
    source: srs,
    at: (by) => [{ kind: 'fall-since-last', by }],
    thresholds: steps(1, 24, 1),
    published: [[fromSrs(1)]],
  },
  {
    name: 'SRS: below 36 or a fall of 1',
    source: srs,
    at: (factor) => [
      { kind: 'absolute-cut-off', cutoff: scale.max - factor * fromSrs(4) },
      { kind: 'fall-since-last', by: factor * fromSrs(1) },
    ],
    thresholds: steps(0.5, 14, 0.25),
    published: [[1]],
  },
  {
    name: 'Own baseline',
    source: charts,
    at: (sds) => [ownBaseline(sds)],
    thresholds: steps(0.25, 6, 0.125),
    published: [
      [1, '1 SD'],
      [1.5, '1.5 SD'],
      [2, '2 SD'],
    ],
  },
  {
    name: 'Individuals chart (3σ)',
    source: charts,
    at: (sigmas) => [{ kind: 'individuals', calibration: 8, sigmas, rules: [1] }],
    thresholds: steps(0.25, 5, 0.125),
    published: [[3]],
  },
  {
    name: 'Individuals chart with runs',
    source: charts,
    at: (sigmas) => [{ kind: 'individuals', calibration: 8, sigmas }],
    thresholds: steps(0.25, 5, 0.125),
    published: [[3]],
  },
  {
    name: 'EWMA (λ 0.2, 3σ)',
    source: 'Roberts (1959); Lucas & Saccucci (1990)',
    at: (sigmas) => [ewma(mean, single, sigmas)],
    thresholds: steps(0.1, 5, 0.1),
    published: [[3]],
  },
  {
    name: 'EWMA round own first 4',
    source: 'Roberts (1959); Lucas & Saccucci (1990)',
    at: (sigmas) => [roundOwn((target) => ewma(target, within, sigmas))],
    thresholds: steps(0.1, 7, 0.15),
    published: [[3]],
  },
  {
    name: 'CUSUM (k 0.5, h 5)',
    source: 'Page (1954)',
    at: (h) => [cusum(mean, single, h)],
    thresholds: steps(0.2, 12, 0.2),
    published: [[5]],
  },
  {
    name: 'CUSUM round own first 4',
    source: 'Page (1954)',
    at: (h) => [roundOwn((target) => cusum(target, within, h))],
    thresholds: steps(0.1, 16, 0.3),
    published: [[5]],
  },
  {
    name: 'Reliable change since the first (95 %)',
    source: 'Jacobson & Truax (1991)',
    at: (confidence) => [{ kind: 'reliable-change', sd: single, reliability, confidence }],
    thresholds: [
      ...[0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99],
      ...[0.999, 0.9999, 0.999_999, 0.999_999_99],
    ],
    published: [[0.95]],
  },
];
