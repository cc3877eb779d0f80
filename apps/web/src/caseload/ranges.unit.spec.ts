import '../language/in-english.ts';
import { describe, expect, it } from '@jest/globals';
import { formatRanges, parseRanges, rangeWords } from './ranges.ts';

describe('ranges of numbers in an address', () => {
  it('are read as they are written', () => {
    const filter = 'last-score:..35.5,missed:2..,change:-10..-4';
    expect(formatRanges(parseRanges(filter))).toBe(filter);
  });

  it('are left out where they say nothing that is known', () => {
    expect(parseRanges('name:1..2,missed:..,missed,weeks:a..b,alerts:3..2,weeks:4..8')).toEqual([
      { name: 'weeks', from: 4, to: 8 },
    ]);
    expect([parseRanges(undefined), formatRanges([])]).toEqual([[], undefined]);
  });

  it('are told in words', () => {
    expect(parseRanges('weeks:4..8,missed:2..,last-score:..35,alerts:1..1').map(rangeWords)).toEqual([
      'Weeks in care: 4 to 8',
      'Sessions missed in a row: at least 2',
      'Alliance: at most 35',
      'Open alerts: 1',
    ]);
  });
});
