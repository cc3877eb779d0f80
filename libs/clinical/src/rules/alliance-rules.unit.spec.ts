import { describe, expect, it } from '@jest/globals';
import { allianceRules } from './alliance-rules.ts';
import { defaultRuleSet } from './default-rule-set.ts';
import { raiseAlong } from './raise-along.ts';

const raisedBy = (name: string, scores: readonly number[]) => {
  const rules = allianceRules.filter(({ instrument }) => instrument.endsWith(`/${name}`));
  return raiseAlong(rules, scores).signalling.map(({ index, rules: codes }) => [index, ...codes]);
};

it.each([
  ['at 36 is calm', [36, 36.5, 36], []],
  ['below 36 is talked about', [35.9], [[0, 'srs-below-36']]],
  ['a point lower is talked about', [40, 39], [[1, 'srs-fall-since-last']]],
  ['less than a point lower is not', [40, 39.1], []],
])('the Session Rating Scale %s', (_, scores, alerts) => {
  expect(raisedBy('srs', scores)).toEqual(alerts);
});

it.each([
  ['very low from the start', [9], [[0, 'short-alliance-below-cut-off', 'short-alliance-below-expected']]],
  ['low for anybody', [12], [[0, 'short-alliance-below-expected']]],
  ['as usual', [17, 16, 18, 17], []],
  ['far below the own course', [19, 19, 18, 19, 13], [[4, 'short-alliance-below-expected']]],
])('the short form of the check-in: %s', (_, scores, alerts) => {
  expect(raisedBy('attune-alliance-check-in-short', scores)).toEqual(alerts);
});

describe('the set that ships', () => {
  it.each([
    ...['attune-alliance-check-in', 'attune-alliance-check-in-short', 'srs'],
    ...['phq-9', 'gad-7', 'core-10', 'ors', 'oq-45'],
  ])('watches %s', (name) => {
    expect(defaultRuleSet.rules.some(({ instrument }) => instrument.endsWith(`/${name}`))).toBe(true);
  });

  it('gives each rule a code of its own', () => {
    const codes = defaultRuleSet.rules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
