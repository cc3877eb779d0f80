import { expect, it } from '@jest/globals';
import { answersOf, answerWords, reachOf, riskChoices } from './key-answers.ts';

const options = [
  { value: 0, label: 'Often', weight: 3 },
  { value: 1, label: 'Not at all', weight: 0 },
  { value: 2, label: 'Never', weight: 0 },
  { value: 3, label: 'I would rather not say', weight: null },
];

it('answers stand from low to high by what they count, and not where they count nothing', () => {
  expect(answersOf({ options })).toEqual([
    { counts: 0, words: 'Not at all / Never (0)' },
    { counts: 3, words: 'Often (3)' },
  ]);
});

it('reaches from the lowest to the highest that counts', () => {
  expect(reachOf({ options })).toEqual({ min: 0, max: 3 });
  expect(reachOf({ options: [], range: { min: 0, max: 100 } })).toEqual({ min: 0, max: 100 });
  expect([reachOf({ options: [] }), reachOf({ options, kind: 'text' })]).toEqual([undefined, undefined]);
});

it('an answer is told by its words, one that nobody can give by its number', () => {
  expect([3, 2].map((counts) => answerWords({ options }, counts))).toEqual(['Often (3)', '2']);
});

it('harm begins above the lowest answer; what is set otherwise is told all the same', () => {
  const [lowest, often] = answersOf({ options });
  expect(riskChoices({ options }, null)).toEqual([often]);
  expect(riskChoices({ options }, 3)).toEqual([often]);
  expect(riskChoices({ options }, 0)).toEqual([often, lowest]);
  expect(riskChoices({ options }, 9)).toEqual([often, { counts: 9, words: '9' }]);
});
