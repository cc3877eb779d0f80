import { expect, it } from '@jest/globals';
import { riskItems } from './risk-items.ts';

const item = (linkId: string, atLeast?: number) => ({
  ...{ linkId, min: 0, max: 3, reversed: false },
  ...(atLeast !== undefined && { risk: { atLeast } }),
});
const instrument = { items: [item('mood'), item('harm', 1), item('plan', 2)] };
const risky = (...answers: [string, number | null][]) =>
  riskItems(
    instrument,
    answers.map(([linkId, value]) => ({ linkId, value })),
  );

it.each<[string, [string, number | null][], string[]]>([
  [
    'below its threshold',
    [
      ['harm', 0],
      ['plan', 1],
    ],
    [],
  ],
  [
    'at its threshold',
    [
      ['harm', 1],
      ['plan', 2],
    ],
    ['harm', 'plan'],
  ],
  ['above its threshold', [['plan', 3]], ['plan']],
  ['left open', [['harm', null]], []],
  ['of an item that is no risk', [['mood', 3]], []],
  ['of an item that there is not', [['other', 3]], []],
])('an answer %s', (_, answers, expected) => {
  expect(risky(...answers)).toEqual(expected);
});

it('is looked at as it was given, also where the item counts the other way round', () => {
  const reversed = { items: [{ ...item('harm', 2), reversed: true }] };
  expect(riskItems(reversed, [{ linkId: 'harm', value: 1 }])).toEqual([]);
  expect(riskItems(reversed, [{ linkId: 'harm', value: 2 }])).toEqual(['harm']);
});
