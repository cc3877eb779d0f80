import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { bandFaults, bandGaps } from './band-faults.ts';

type End = number | undefined;
const bands = (...ends: readonly (readonly [End, End])[]) =>
  ends.map(([from, to], index) => ({ code: ['mild', 'quite-severe', 'most'][index], from, to }));
const scale = { min: 0, max: 27 };

it.each<[string, (readonly [End, End])[], object]>([
  [
    'from the lowest score on, one above the other',
    [
      [0, 4],
      [5, 27],
    ],
    {},
  ],
  [
    'a gap belongs to the lower one',
    [
      [0, 4],
      [9, 20],
    ],
    {},
  ],
  ['begins later', [[1, 4]], { 'bands/0/from': 'Enter 0: the first range begins at the lowest score.' }],
  ['begins below', [[-1, 4]], { 'bands/0/from': 'Enter 0: the first range begins at the lowest score.' }],
  ['is empty', [[0, undefined]], { 'bands/0/to': 'Enter a number.' }],
  [
    'ends before',
    [
      [0, 4],
      [9, 8],
    ],
    { 'bands/1/to': 'Enter 9 or more, where the range begins.' },
  ],
  [
    'overlaps',
    [
      [0, 4],
      [4, 8],
    ],
    { 'bands/1/from': 'Enter more than 4, where “mild” ends.' },
  ],
  ['goes beyond', [[0, 28]], { 'bands/0/to': 'Enter 27 or less: no score is higher.' }],
])('ranges: %s', (_, ends, told) => {
  expect(Object.fromEntries(bandFaults(bands(...ends), scale))).toEqual(told);
});

it('of an expression nobody knows where its scores end', () => {
  expect(bandFaults(bands([3, 40]), { min: null, max: null })).toEqual([]);
});

it('scores between ranges and above the last one are said to count as the one below', () => {
  expect(bandGaps(bands([0, 4], [5, 9], [12, 20]), 27)).toEqual([
    'Scores between 9 and 12 count as “quite severe”.',
    'Scores above 20 count as “most”.',
  ]);
  expect(bandGaps(bands([0, 4], [5, 27]), 27)).toEqual([]);
});
