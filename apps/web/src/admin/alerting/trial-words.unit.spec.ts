import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { trialWords } from './trial-words.ts';

const trial = { days: 90, scores: 1200, signallingScores: 3, alerts: 3, clientsWithAlert: 2 };

it('what would have been raised is told in numbers, with its share', () => {
  expect(trialWords({ ...trial, alertsPer100Scores: 0.3 })).toBe(
    'In the last 90 days it would have raised 3 alerts about 2 clients: 0.3 in 100 scores, of 1,200 scores.',
  );
});

it('of a handful of scores without it', () => {
  const few = { ...trial, scores: 1, signallingScores: 1, alerts: 1, clientsWithAlert: 1 };
  expect(trialWords({ ...few, alertsPer100Scores: 100 })).toBe(
    'In the last 90 days it would have raised 1 alert about 1 client, of 1 score.',
  );
});
