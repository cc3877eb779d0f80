import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { careSpan, careState } from './care-words.ts';

const now = Date.parse('2026-06-01T12:00:00Z');
const [march, may, july] = ['2026-03-01T12:00:00Z', '2026-05-01T12:00:00Z', '2026-07-01T12:00:00Z'];
const words = (from: string, to: string | null) => careSpan({ from, to }, now, 'UTC');

it('care lasts, lies ahead or is over, and says so', () => {
  expect(words(march, null)).toBe('since 1 Mar 2026');
  expect(words(march, july)).toBe('since 1 Mar 2026, until 1 Jul 2026');
  expect(words(march, may)).toBe('1 Mar 2026 to 1 May 2026');
  expect(words(july, null)).toBe('from 1 Jul 2026');
});

it('it begins at its first instant and is over at its last', () => {
  const at = new Date(now).toISOString();
  expect(careState({ from: at, to: null }, now)).toBe('now');
  expect(careState({ from: march, to: at }, now)).toBe('over');
});
