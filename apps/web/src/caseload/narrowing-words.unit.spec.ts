import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { narrowingWords } from './narrowing-words.ts';

it('a list is told by what it is narrowed to and sorted by', () => {
  const all = { search: 'An', care: 'all', filter: 'missed:1..,weeks:4..12', sort: '-change' } as const;
  expect(narrowingWords(all)).toEqual([
    ...['Search: An', 'Care: All', 'Sessions missed in a row: at least 1', 'Weeks in care: 4 to 12'],
    ...['Sort by: Steepest fall', 'The other way round'],
  ]);
});

it('a list as it usually is has nothing to tell', () => {
  expect([narrowingWords({}), narrowingWords({ care: 'current', sort: 'risk' })]).toEqual([[], []]);
});
