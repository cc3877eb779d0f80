import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { type Client, instrumentToAsk, isAlliance, isSort, orderOf, turned } from './caseload.ts';

const answered = { lastScore: { instrument: 'short', scale: 'total' } } as Client;
const never = { lastScore: null };

it('a client is asked what they answered last, and before that what the rules name first', () => {
  const scales = [{ instrument: 'long' }, { instrument: 'short' }];
  expect([instrumentToAsk(answered, scales), instrumentToAsk(never, scales)]).toEqual(['short', 'long']);
  expect(instrumentToAsk(never, [])).toBeUndefined();
});

it('the course of the alliance is that of the scale on the board', () => {
  expect(isAlliance(answered, { instrumentUrl: 'short', scale: 'total' })).toBe(true);
  expect(isAlliance(answered, { instrumentUrl: 'short', scale: 'bond' })).toBe(false);
  expect(isAlliance(never, { instrumentUrl: 'short', scale: 'total' })).toBe(false);
});

it('an order is turned round and back', () => {
  expect([turned('weeks'), turned('-weeks'), orderOf('-last-score')]).toEqual([
    ...['-weeks', 'weeks', 'last-score'],
  ]);
  expect(['-weeks', 'weeks', 'week', '--weeks', 7].map(isSort)).toEqual([true, true, false, false, false]);
});
