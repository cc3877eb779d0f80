import { describe, expect, it } from '@jest/globals';
import { explain, inOneBreath } from './explain.ts';

const evidence = { value: 31, threshold: 36, previous: 44.25, reference: 42.1, statistic: 13.26 };

describe('what a detector saw, in words', () => {
  it.each([
    ['absolute-cut-off', 'was rated 31, below the cut-off of 36'],
    ['fall-since-last', 'fell by 13.3 points, from 44.3 to 31 (a fall of 36 or more counts)'],
    ['own-baseline', "was rated 31, out of this client's usual range (own mean 42.1; below 36 counts)"],
    ['expected-score', 'was rated 31 where about 42.1 was to be expected (below 36 counts)'],
    [
      'individuals',
      "was rated 31, lower than chance explains beside this client's first check-ins (mean 42.1; below 36, or a run on that side, counts)",
    ],
    [
      'ewma',
      'has become lower over several check-ins: their weighted average is 13.3 where 42.1 was to be expected (below 36 counts)',
    ],
    [
      'cusum',
      'has been lower than to be expected for some time: what it lay below 42.1 adds up to 13.3 (more than 36 counts)',
    ],
    [
      'reliable-change',
      'is 13.3 points lower than at the start (42.1), more than measurement error explains (36)',
    ],
  ] as const)('%s: %s', (detector, words) => {
    expect(explain({ detector, direction: 'higher-is-better', evidence })).toBe(words);
  });

  it.each([
    ['absolute-cut-off', 'was rated 31, at or above the cut-off of 36'],
    ['fall-since-last', 'rose by 13.3 points, from 44.3 to 31 (a rise of 36 or more counts)'],
    ['own-baseline', "was rated 31, out of this client's usual range (own mean 42.1; above 36 counts)"],
    [
      'ewma',
      'has become higher over several check-ins: their weighted average is 13.3 where 42.1 was to be expected (above 36 counts)',
    ],
    [
      'cusum',
      'has been higher than to be expected for some time: what it lay above 42.1 adds up to 13.3 (more than 36 counts)',
    ],
  ] as const)('%s, where lower is better: %s', (detector, words) => {
    expect(explain({ detector, direction: 'lower-is-better', evidence })).toBe(words);
  });

  it.each([
    ['absolute-cut-off', { value: 3.46, threshold: 3.5 }, 'was rated 3.46, below the cut-off of 3.5'],
    [
      'fall-since-last',
      { value: 3.46, threshold: 0.04, previous: 3.5, statistic: 0.04 },
      'fell by 0.04 points, from 3.5 to 3.46 (a fall of 0.04 or more counts)',
    ],
    [
      'reliable-change',
      { value: 4, threshold: 5.958, reference: 10, statistic: 6 },
      'is 6 points lower than at the start (10), more than measurement error explains (5.96)',
    ],
    ['absolute-cut-off', { value: 0.04, threshold: 10 }, 'was rated 0.04, below the cut-off of 10'],
    ['absolute-cut-off', { value: -0.001, threshold: 10 }, 'was rated 0, below the cut-off of 10'],
  ] as const)('%s, with as many decimals as it takes to tell %j apart', (detector, some, words) => {
    const seen = { previous: null, reference: null, statistic: null, ...some };
    expect(explain({ detector, direction: 'higher-is-better', evidence: seen })).toBe(words);
  });

  it('says of a number that it is not there', () => {
    const none = { ...evidence, previous: null };
    expect(explain({ detector: 'fall-since-last', direction: 'higher-is-better', evidence: none })).toMatch(
      /from \? to 31/,
    );
  });
});

describe('several clauses', () => {
  it.each([
    [[], ''],
    [['was rated 31, low'], 'was rated 31, low'],
    [['was rated 31, low', 'was rated 31 where 40 was expected'], 'was rated 31, low, where 40 was expected'],
    [['was rated 31, low', 'fell by 9'], 'was rated 31, low, and fell by 9'],
    [['fell by 9', 'was rated 31 low'], 'fell by 9, and was rated 31 low'],
    [['was rated -4.5 low', 'was rated -4.5 again'], 'was rated -4.5 low, again'],
    [['was rated 3 low', 'was rated 31 again'], 'was rated 3 low, and was rated 31 again'],
    [['it was rated 3 low', 'was rated 3 again'], 'it was rated 3 low, and was rated 3 again'],
  ])('%j become %j', (clauses, words) => {
    expect(inOneBreath(clauses)).toBe(words);
  });
});
