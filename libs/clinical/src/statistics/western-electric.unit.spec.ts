import { describe, expect, it } from '@jest/globals';
import { individualsChart } from './individuals-chart.ts';
import { westernElectric } from './western-electric.ts';

/** Centre 50 and σ 1, so that a score says its zone. */
const chart = { centre: 50, sigma: 1, sigmas: 3 };
const rulesOf = (...recent: number[]) => westernElectric(recent, chart).map(({ rule }) => rule);

describe('the Western Electric rules', () => {
  it.each([
    ['1: beyond 3σ', [53.1], [1]],
    ['1: on 3σ is not beyond', [53], []],
    ['2: two of three beyond 2σ', [52.1, 50.5, 52.1], [2]],
    ['2: two beyond 2σ on two sides', [52.1, 50.5, 47.9], []],
    ['2: four scores apart', [52.1, 50, 50, 52.1], []],
    ['2: not by a score that has come back', [52.1, 52.1, 50.5], []],
    ['3: four of five beyond 1σ', [51.1, 51.1, 50, 51.1, 51.1], [3]],
    ['3: three of five', [51.1, 50, 50, 51.1, 51.1], []],
    ['4: eight on one side', [50.1, 50.1, 50.1, 50.1, 50.1, 50.1, 50.1, 50.1], [4]],
    ['4: seven', [50.1, 50.1, 50.1, 50.1, 50.1, 50.1, 50.1], []],
    ['4: eight with one on the centre', [50.1, 50.1, 50.1, 50, 50.1, 50.1, 50.1, 50.1], []],
    ['none on the centre', [53, 53, 50], []],
    ['none without a score', [], []],
  ])('%s', (_title, recent, expected) => {
    expect(rulesOf(...recent)).toEqual(expected);
    expect(rulesOf(...recent.map((score) => 100 - score))).toEqual(expected);
  });

  it('say on which side', () => {
    expect(westernElectric([46], chart)).toEqual([{ rule: 1, side: 'below' }]);
    expect(westernElectric([54], chart, [2])).toEqual([]);
  });
});

describe('an individuals chart', () => {
  const calm = [50, 51, 50, 49, 50, 51, 50, 49];

  it('needs eight scores, or as many as are said to set its limits', () => {
    expect(individualsChart(calm.slice(0, 7))).toEqual({ outcome: 'insufficient-data', needed: 8, given: 7 });
    expect(individualsChart([50, 51], { calibration: 3 })).toMatchObject({ needed: 3, given: 2 });
    expect(individualsChart([50, 51, 50], { calibration: 3 }).outcome).toBe('computed');
  });

  it('holds later scores against the limits that the first ones set', () => {
    const result = individualsChart([...calm, 40], { calibration: 8 });
    if (result.outcome !== 'computed') throw new Error(result.outcome);
    expect(result.limits.centre).toBe(50);
    expect(result.limits.sigma).toBeCloseTo(1 / 1.128, 10);
    expect(result.limits.lower).toBeCloseTo(50 - 3 / 1.128, 10);
    expect(result.signals).toEqual([{ index: 8, rule: 1, side: 'below' }]);
  });

  it('lets every score set the limits unless told', () => {
    expect(individualsChart([...calm, 40])).toMatchObject({ limits: { calibration: 9 } });
  });

  it.each([
    [{ calibration: 1 }, 'calibration'],
    [{ calibration: 2.5 }, 'calibration'],
    [{ sigmas: 0 }, 'sigmas'],
  ])('refuses %j', (options, option) => {
    expect(() => individualsChart(calm, options)).toThrow(expect.objectContaining({ option }));
  });
});
