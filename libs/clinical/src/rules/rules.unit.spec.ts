import { describe, expect, it } from '@jest/globals';
import type { DetectorSpec } from '../detection/detector-spec.ts';
import type { Direction } from '../statistics/outcome.ts';
import { raiseAlong } from './raise-along.ts';
import type { Rule } from './rule.ts';
import { startWatch, watchAll, watchNext } from './watch.ts';

function rule(code: string, detector: DetectorSpec, more: Partial<Rule> = {}): Rule {
  const instrument = 'https://example.org/alliance';
  const about = { instrument, scale: 'total', concern: 'alliance', direction: 'higher-is-better' } as const;
  return { code, title: code, severity: 'medium', ...about, detector, ...more };
}
const low = rule('low', { kind: 'absolute-cut-off', cutoff: 36 }, { severity: 'high' });
const fall = rule('fall', { kind: 'fall-since-last', by: 8 });

describe('rules along a series as it grows', () => {
  it('say of each score what any of them says about it, as grave as the gravest', () => {
    const { signalling, signals } = raiseAlong([low, fall], [50, 42, 30, 35, 50]);
    expect(signalling.map(({ index, severity, rules }) => [index, severity, rules])).toEqual([
      [1, 'medium', ['fall']],
      [2, 'high', ['low', 'fall']],
      [3, 'high', ['low']],
    ]);
    expect(signals.map(({ index, rule: code }) => [index, code])).toEqual([
      [1, 'fall'],
      [2, 'low'],
      [2, 'fall'],
      [3, 'low'],
    ]);
    expect(signalling[1]?.reason).toBe(
      'The score was rated 30, below the cut-off of 36, and fell by 12 points, from 42 to 30 (a fall of 8 or more counts).',
    );
  });

  it('raise one alert for scores that signal one after the other, and another one after a calm score', () => {
    const { alerts } = raiseAlong([low, fall], [50, 42, 30, 35, 50, 30]);
    expect(alerts).toEqual([
      {
        ...{ index: 1, concern: 'alliance', severity: 'high', rules: ['fall', 'low'], scores: 3 },
        reason: 'The score fell by 8 points, from 50 to 42 (a fall of 8 or more counts).',
      },
      { ...alerts[1], index: 5, severity: 'high', rules: ['low', 'fall'], scores: 1 },
    ]);
    expect(raiseAlong([fall], [50, 30, 30, 20]).alerts.map(({ index }) => index)).toEqual([1, 3]);
  });

  it('keep an alert as grave as its gravest score', () => {
    const mild = rule('mild', { kind: 'absolute-cut-off', cutoff: 40 }, { severity: 'low' });
    expect(raiseAlong([low, mild], [30, 38]).alerts).toMatchObject([{ severity: 'high', scores: 2 }]);
  });

  it('raise an alert for each concern, in the order of their first scores', () => {
    const worse = rule('worse', { kind: 'absolute-cut-off', cutoff: 45 }, { concern: 'outcome' });
    expect(raiseAlong([low, worse], [44, 30, 50, 30]).alerts).toMatchObject([
      { index: 0, concern: 'outcome', rules: ['worse'], scores: 2 },
      { index: 1, concern: 'alliance', rules: ['low'], scores: 1 },
      { index: 3, concern: 'alliance' },
      { index: 3, concern: 'outcome' },
    ]);
  });

  it('are silent about a calm one, and about none', () => {
    const nothing = { signals: [], signalling: [], alerts: [] };
    expect(raiseAlong([low, fall], [50, 48, 50])).toEqual({ ...nothing, waiting: [] });
    expect(raiseAlong([low, fall], [])).toMatchObject(nothing);
  });
});

it.each([
  [[], [2, 1, 4, 9]],
  [[50], [2, 4, 9]],
  [
    [50, 50],
    [4, 9],
  ],
  [[50, 50, 50, 50], [9]],
  [Array<number>(9).fill(50), []],
])('rules that have too few scores yet are told after %j', (scores, needed) => {
  const rules = [
    fall,
    low,
    rule('own', { kind: 'own-baseline' }),
    rule('chart', { kind: 'individuals' }, { minimumHistory: 3 }),
  ];
  expect(raiseAlong(rules, scores).waiting.map((each) => each.needed)).toEqual(needed);
});

describe('a rule with a minimum history', () => {
  const patient = { ...low, minimumHistory: 3 };

  it('watches from the first score and speaks from the third', () => {
    expect(watchAll(patient, [30, 30, 30])[1].map(({ outcome }) => outcome)).toEqual([
      'insufficient-data',
      'insufficient-data',
      'signal',
    ]);
    expect(watchAll(patient, [30])[1]).toEqual([{ outcome: 'insufficient-data', needed: 3 }]);
  });

  it('leaves it to the detector where that needs more', () => {
    const chart = rule('chart', { kind: 'individuals' }, { minimumHistory: 3 });
    expect(watchAll(chart, [50])[1]).toEqual([{ outcome: 'insufficient-data', needed: 9 }]);
  });

  it('goes on counting where it was left', () => {
    const [watch] = watchAll(patient, [30, 30]);
    expect(watchNext(patient, watch, 30)[1].outcome).toBe('signal');
    expect(startWatch(patient).count).toBe(0);
  });
});

describe('the reason for a signal, in words', () => {
  const said = (detector: DetectorSpec, scores: number[], direction: Direction = 'higher-is-better') =>
    raiseAlong([rule('r', detector, { direction })], scores).signals.at(-1)?.reason;
  const calm = [50, 51, 50, 49, 50, 51, 50, 49];

  it.each<[DetectorSpec, number[], Direction, string]>([
    [
      { kind: 'absolute-cut-off', cutoff: 10 },
      [12],
      'lower-is-better',
      'was rated 12, at or above the cut-off of 10',
    ],
    [
      { kind: 'fall-since-last', by: 5 },
      [10, 16],
      'lower-is-better',
      'rose by 6 points, from 10 to 16 (a rise of 5 or more counts)',
    ],
    [
      { kind: 'own-baseline' },
      [48, 50, 52, 40.25],
      'higher-is-better',
      "was rated 40.3, out of this client's usual range (own mean 50; below 47 counts)",
    ],
    [
      { kind: 'expected-score', mean: 50, between: 3, within: 4 },
      [30],
      'higher-is-better',
      'was rated 30 where about 50 was to be expected (below 40 counts)',
    ],
    [
      { kind: 'individuals' },
      [...calm, 40],
      'higher-is-better',
      "was rated 40, lower than chance explains beside this client's first check-ins (mean 50; below 47.3, or a run on that side, counts)",
    ],
    [
      { kind: 'ewma', target: 50, sd: 2, lambda: 0.5 },
      [40],
      'higher-is-better',
      'has become lower over several check-ins: their weighted average is 45 where 50 was to be expected (below 47 counts)',
    ],
    [
      { kind: 'cusum', target: 10, sd: 2 },
      [16, 18],
      'lower-is-better',
      'has been higher than to be expected for some time: what it lay above 10 adds up to 12 (more than 10 counts)',
    ],
    [
      { kind: 'reliable-change', sd: 5, reliability: 0.8 },
      [50, 40],
      'higher-is-better',
      'is 10 points lower than at the start (50), more than measurement error explains (6.2)',
    ],
  ])('%j', (detector, scores, direction, words) => {
    expect(said(detector, scores, direction)).toBe(words);
  });
});
