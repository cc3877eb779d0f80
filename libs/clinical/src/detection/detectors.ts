import { isAbove, isAtLeast } from '../statistics/compare.ts';
import { cusumCarried, cusumNext, cusumStart, demandCusum } from '../statistics/cusum.ts';
import { demandEwma, ewmaNext, ewmaStart } from '../statistics/ewma.ts';
import { demandExpectedScore, expectedScoreNext, expectedScoreStart } from '../statistics/expected-score.ts';
import { demandFall, fallBetween } from '../statistics/fall-since-last.ts';
import { noMoments, withScore, type Moments } from '../statistics/moments.ts';
import { worseSide, type Direction } from '../statistics/outcome.ts';
import { demandOwnBaseline, ownBaselineNext } from '../statistics/own-baseline.ts';
import { isClinical, reliableChangeLimits } from '../statistics/reliable-change.ts';
import { decided, evidenceOf, type Detector } from './detection.ts';
import type { DetectorKind, DetectorSpec } from './detector-spec.ts';
import { individualsDetector } from './individuals.detector.ts';

type Spec<K extends DetectorKind> = Extract<DetectorSpec, { kind: K }>;
type Last = { readonly last: number | null };

/** Each kind of detector, one score at a time. Only a change for the worse is a signal. */
const kinds: {
  // Each has a state of its own, which nobody else looks into.
  readonly [K in DetectorKind]: (spec: Spec<K>, direction: Direction) => Detector<never>;
} = {
  'absolute-cut-off': ({ cutoff }, direction) =>
    detector(null, (_, score) => [
      null,
      decided(isClinical(score, cutoff, direction), evidenceOf(score, cutoff)),
    ]),

  'fall-since-last': (spec, direction) => {
    demandFall(spec);
    return detector<Last>({ last: null }, ({ last }, score) => {
      if (last === null) return [{ last: score }, { outcome: 'insufficient-data', needed: 2 }];
      const statistic = fallBetween(last, score, { direction });
      const evidence = evidenceOf(score, spec.by, { previous: last, statistic });
      return [{ last: score }, decided(isAtLeast(statistic, spec.by), evidence)];
    });
  },

  'own-baseline': (spec, direction) => {
    demandOwnBaseline(spec);
    return detector<Moments>(noMoments, (earlier, score) => {
      const point = ownBaselineNext(earlier, score, { ...spec, direction });
      const after = withScore(earlier, score);
      if (!point) return [after, { outcome: 'insufficient-data', needed: spec.minimum ?? 4 }];
      return [after, decided(point.signal, evidenceOf(score, point.limit, { reference: point.mean }))];
    });
  },

  'expected-score': (spec, direction) => {
    demandExpectedScore(spec);
    return detector(expectedScoreStart(spec), (state, score) => {
      const [after, point] = expectedScoreNext(state, score, { ...spec, direction });
      return [after, decided(point.signal, evidenceOf(score, point.limit, { reference: point.expected }))];
    });
  },

  ewma: (spec, direction) => {
    demandEwma(spec);
    const worse = worseSide(direction);
    return detector(ewmaStart(spec), (state, score) => {
      const { value, lower, upper, side } = ewmaNext(state, score, spec);
      const limit = worse === 'below' ? lower : upper;
      const evidence = evidenceOf(score, limit, { reference: spec.target, statistic: value });
      return [{ count: state.count + 1, value }, decided(side === worse, evidence)];
    });
  },

  cusum: (spec, direction) => {
    demandCusum(spec);
    const worse = worseSide(direction);
    return detector(cusumStart, (state, score) => {
      const point = cusumNext(state, score, spec);
      const statistic = worse === 'below' ? point.lower : point.upper;
      const evidence = evidenceOf(score, (spec.h ?? 5) * spec.sd, { reference: spec.target, statistic });
      return [cusumCarried(point, spec), decided(point.sides.includes(worse), evidence)];
    });
  },

  'reliable-change': (spec, direction) => {
    const { reliableChange } = reliableChangeLimits(spec);
    return detector<{ readonly first: number | null }>({ first: null }, ({ first }, score) => {
      if (first === null) return [{ first: score }, { outcome: 'insufficient-data', needed: 2 }];
      const statistic = fallBetween(first, score, { direction });
      const evidence = evidenceOf(score, reliableChange, { reference: first, statistic });
      return [{ first }, decided(isAbove(statistic, reliableChange), evidence)];
    });
  },

  individuals: (spec, direction) => individualsDetector(spec, direction) as Detector<never>,
};

function detector<State>(start: State, next: Detector<State>['next']): Detector<never> {
  return { start, next } as unknown as Detector<never>;
}

/**
 * The detector that a specification describes.
 * @throws InvalidOption when a parameter lies outside of its range
 */
export function detectorOf(spec: DetectorSpec, direction: Direction): Detector<unknown> {
  const make = kinds[spec.kind] as (spec: DetectorSpec, direction: Direction) => Detector<never>;
  return make(spec, direction) as unknown as Detector<unknown>;
}
