import { expect, it } from '@jest/globals';
import { searchQuery } from './search-query.ts';

it.each([
  ['an mül', "'an':* & 'mul':*"],
  ["o'brien", "'o':* & 'brien':*"],
  ["'; DROP TABLE --\\", "'drop':* & 'table':*"],
  ['  ', null],
  ['!?&|', ''],
  ['%', ''],
])('asks %j as %j', (typed, query) => {
  expect(searchQuery(typed)).toBe(query);
});
