import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { directionIn, headings } from './headings.ts';

it('a column says which way the rows go, as the eye sees them', () => {
  expect(directionIn(headings.care, 'weeks')).toBe('descending');
  expect(directionIn(headings.care, '-weeks')).toBe('ascending');
  expect(directionIn(headings.alliance, 'last-score')).toBe('ascending');
  expect(directionIn(headings.client, '-name')).toBe('descending');
  expect(directionIn(headings.care, 'name')).toBeNull();
});

it('an order that goes by a second thing in a column is marked there', () => {
  expect(directionIn(headings.sessions, 'next-session')).toBe('ascending');
  expect(directionIn(headings.sessions, 'last-session')).toBe('descending');
  expect(directionIn(headings.alliance, 'change')).toBe('ascending');
  expect(directionIn(headings.missed, '-missed-90-days')).toBe('ascending');
});
