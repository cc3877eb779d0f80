import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { careWords, missedWords, rateWords } from './engagement-words.ts';

it('missed sessions are told once, and by both counts where these differ', () => {
  expect(missedWords({ inARow: 1, last90Days: 1 })).toBe('the last session');
  expect(missedWords({ inARow: 2, last90Days: 3 })).toBe('the last 2 sessions; 3 in 90 days');
  expect(missedWords({ inARow: 0, last90Days: 2 })).toBe('2 in 90 days');
  expect(missedWords({ inARow: 2, last90Days: 0 })).toBe('the last 2 sessions');
});

it('a response rate stands beside what it is a share of', () => {
  expect([rateWords({ answered: 6, due: 8 }), rateWords({ answered: 0, due: 1 })]).toEqual([
    '75 % of 8',
    '0 of 1',
  ]);
  expect([careWords(1), careWords(0)]).toEqual(['1 week', '0 weeks']);
});
