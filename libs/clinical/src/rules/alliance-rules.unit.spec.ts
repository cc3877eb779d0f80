import { describe, expect, it } from '@jest/globals';
import { allianceRules } from './alliance-rules.ts';
import { defaultRuleSet } from './default-rule-set.ts';
import { raiseAlong } from './raise-along.ts';

const raisedBy = (name: string, scores: readonly number[]) => {
  const rules = allianceRules.filter(({ instrument }) => instrument.endsWith(`/${name}`));
  return raiseAlong(rules, scores).signalling.map(({ index, rules: codes }) => [index, ...codes]);
};

it.each([
  ['below 36, or a point lower, is a conversation and no alert', [35.9, 34.5, 36, 34.9], []],
  ['very low is told from the first session on', [14.9], [[0, 'srs-very-low']]],
  ['far below the own mean is told', [38, 39, 38, 33], [[3, 'srs-below-own-baseline']]],
  ['a point below perfect ones is within measurement error', [40, 40, 40, 39], []],
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
