import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cusum } from '../statistics/cusum.ts';
import { cutOff } from '../statistics/cut-off.ts';
import { ewma } from '../statistics/ewma.ts';
import { expectedScore } from '../statistics/expected-score.ts';
import { fallSinceLast } from '../statistics/fall-since-last.ts';
import { individualsChart } from '../statistics/individuals-chart.ts';
import type { Direction } from '../statistics/outcome.ts';
import { ownBaseline } from '../statistics/own-baseline.ts';
import { reliableChange, reliableChangeLimits } from '../statistics/reliable-change.ts';
import { detectAll } from './detect.ts';
import type { DetectorSpec } from './detector-spec.ts';
import { detectorOf } from './detectors.ts';

const cutOffSpec = { kind: 'absolute-cut-off', cutoff: 36 } as const;
const fallSpec = { kind: 'fall-since-last', by: 8 } as const;
const baselineSpec = { kind: 'own-baseline', sds: 1.5, minimum: 4, floor: 2 } as const;
const expectedSpec = { kind: 'expected-score', mean: 48, between: 6, within: 4, drift: 1, sds: 1.8 } as const;
const chartSpec = { kind: 'individuals', calibration: 8, sigmas: 2.5, rules: [1, 2, 3, 4] } as const;
const ewmaSpec = { kind: 'ewma', target: 48, sd: 5, lambda: 0.3, sigmas: 2.5 } as const;
const cusumSpec = { kind: 'cusum', target: 48, sd: 5, k: 0.5, h: 4, reset: true } as const;
const changeSpec = { kind: 'reliable-change', sd: 6, reliability: 0.8 } as const;
const specs: readonly DetectorSpec[] = [
  cutOffSpec,
  fallSpec,
  baselineSpec,
  expectedSpec,
  chartSpec,
  ewmaSpec,
  cusumSpec,
  changeSpec,
];

const signalled = (
  spec: DetectorSpec,
  scores: readonly number[],
  direction: Direction = 'higher-is-better',
) =>
  detectAll(spec, direction, scores).flatMap(({ outcome }, index) => (outcome === 'signal' ? [index] : []));
const course = fc.array(fc.integer({ min: 12, max: 60 }), { minLength: 1, maxLength: 30 });

describe('a detector says of each score what the statistic says of the series', () => {
  const indices = (result: { outcome: string; signals?: readonly { index: number }[] }) => [
    ...new Set(result.signals?.map(({ index }) => index) ?? []),
  ];
  const below = <S extends { side: string }>(signals: readonly S[]) =>
    signals.filter(({ side }) => side === 'below');

  it.each<[string, DetectorSpec, (scores: number[]) => number[]]>([
    ['cut-off', cutOffSpec, (scores) => indices(cutOff(scores, cutOffSpec))],
    ['fall', fallSpec, (scores) => indices(fallSinceLast(scores, fallSpec))],
    ['own baseline', baselineSpec, (scores) => indices(ownBaseline(scores, baselineSpec))],
    ['expected score', expectedSpec, (scores) => indices(expectedScore(scores, expectedSpec))],
    [
      'individuals chart',
      chartSpec,
      (scores) => {
        const chart = individualsChart(scores, chartSpec);
        if (chart.outcome !== 'computed') return [];
        return indices({ outcome: '', signals: below(chart.signals) }).filter((index) => index >= 8);
      },
    ],
    [
      'EWMA',
      ewmaSpec,
      (scores) => {
        const chart = ewma(scores, ewmaSpec);
        return chart.outcome === 'computed' ? indices({ outcome: '', signals: below(chart.signals) }) : [];
      },
    ],
    [
      'CUSUM',
      cusumSpec,
      (scores) => {
        const chart = cusum(scores, cusumSpec);
        return chart.outcome === 'computed' ? indices({ outcome: '', signals: below(chart.signals) }) : [];
      },
    ],
    [
      'reliable change',
      changeSpec,
      (scores) => {
        const change = reliableChange(scores, changeSpec);
        return change.outcome === 'computed'
          ? indices({ outcome: '', signals: change.signals.filter((signal) => signal.change < 0) })
          : [];
      },
    ],
  ])('%s', (_name, spec, batch) => {
    fc.assert(fc.property(course, (scores) => expect(signalled(spec, scores)).toEqual(batch(scores))));
  });
});

describe.each(specs.map((spec) => [spec.kind, spec] as const))('%s', (_kind, spec) => {
  it('goes on from its state as if it had seen the whole series, after a trip through JSON too', () => {
    fc.assert(
      fc.property(course, fc.nat(30), (scores, cut) => {
        const { start, next } = detectorOf(spec, 'higher-is-better');
        let state = start;
        const stepped = scores.map((score, index) => {
          if (index === cut) state = JSON.parse(JSON.stringify(state));
          const [after, detection] = next(state, score);
          state = after;
          return detection;
        });
        expect(stepped).toEqual(detectAll(spec, 'higher-is-better', scores));
      }),
    );
  });

  it('does not look ahead', () => {
    fc.assert(
      fc.property(course, course, (scores, later) => {
        const whole = detectAll(spec, 'higher-is-better', [...scores, ...later]);
        expect(whole.slice(0, scores.length)).toEqual(detectAll(spec, 'higher-is-better', scores));
      }),
    );
  });

  it('remembers no more after two hundred scores than after twenty', () => {
    const { start, next } = detectorOf(spec, 'higher-is-better');
    const sizeAfter = (count: number) => {
      let state = start;
      for (let i = 0; i < count; i++) [state] = next(state, 40 + (i % 7));
      return JSON.stringify(state).length;
    };
    expect(sizeAfter(200)).toBeLessThan(sizeAfter(20) + 40);
  });

  it('never signals a score for being better', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: 1, max: 20 }), (scores, gain) => {
        const last = scores.length - 1;
        const better = [...scores.slice(0, -1), (scores[last] ?? 0) + gain];
        if (!signalled(spec, scores).includes(last)) expect(signalled(spec, better)).not.toContain(last);
      }),
    );
  });
});

it('reliable change must exceed its limit: a fall that equals it is quiet', () => {
  const { reliableChange: limit } = reliableChangeLimits(changeSpec);
  expect(signalled(changeSpec, [50, 50 - limit, 50 - limit - 0.001])).toEqual([2]);
});

it('names the score, the limit and what it was compared with', () => {
  const last = (spec: DetectorSpec, scores: number[]) => detectAll(spec, 'higher-is-better', scores).at(-1);
  expect(last(cutOffSpec, [50, 30])).toEqual({
    outcome: 'signal',
    evidence: { value: 30, threshold: 36, previous: null, reference: null, statistic: null },
  });
  expect(last(fallSpec, [60, 48, 45])).toEqual({
    outcome: 'quiet',
    evidence: { value: 45, threshold: 8, previous: 48, reference: null, statistic: 3 },
  });
  expect(last(baselineSpec, [48, 50, 52, 46])).toEqual({
    outcome: 'signal',
    evidence: { value: 46, threshold: 47, previous: null, reference: 50, statistic: null },
  });
  expect(last(cusumSpec, [30])).toMatchObject({
    evidence: { threshold: 20, reference: 48, statistic: 15.5 },
  });
  expect(last(ewmaSpec, [38])).toMatchObject({
    evidence: { value: 38, reference: 48, statistic: expect.closeTo(45, 10) },
  });
  expect(last(changeSpec, [50, 40])).toMatchObject({ evidence: { reference: 50, statistic: 10 } });
  expect(last(chartSpec, [50, 51, 50, 49, 50, 51, 50, 49, 44])).toMatchObject({
    outcome: 'signal',
    evidence: { value: 44, reference: 50, threshold: 50 - 2.5 / 1.128 },
  });
});

it.each<[DetectorSpec, number]>([
  [fallSpec, 2],
  [baselineSpec, 4],
  [chartSpec, 9],
  [changeSpec, 2],
])('$kind says how many scores it needs', (spec, needed) => {
  expect(detectAll(spec, 'higher-is-better', [50])).toEqual([{ outcome: 'insufficient-data', needed }]);
});

it.each<DetectorSpec>([
  { kind: 'fall-since-last', by: 0 },
  { kind: 'own-baseline', minimum: 1 },
  { kind: 'expected-score', mean: 48, between: 0, within: 4 },
  { kind: 'ewma', target: 48, sd: 0 },
  { kind: 'cusum', target: 48, sd: 0 },
  { kind: 'reliable-change', sd: 6, reliability: 1 },
  { kind: 'individuals', calibration: 1 },
  { kind: 'individuals', sigmas: 0 },
])('refuses impossible parameters: %j', (spec) => {
  expect(() => detectorOf(spec, 'higher-is-better')).toThrow(
    expect.objectContaining({ name: 'InvalidOption' }),
  );
});
