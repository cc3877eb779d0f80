import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { defaultRuleSet } from '@attune/clinical';
import { rulePlace } from './rule-place.ts';

const { rules } = defaultRuleSet;

it.each([
  ['/rules/0/detector/cutoff', 'Alliance total below 30: Cut-off'],
  ['/rules/0/detector', 'Alliance total below 30: The numbers'],
  ['/rules/0/instrument', 'Alliance total below 30: The instrument'],
  ['/rules/0/code', 'Alliance total below 30'],
  ['/rules/99/title', undefined],
  ['/rules', undefined],
  ['/name', undefined],
])('%s is said as %s', (pointer, words) => {
  expect(rulePlace(rules, pointer)).toBe(words);
});
