import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import type { Period } from '../api/trends.ts';
import { periodWords, responseRate, responseWords, shortPeriod, spanWords, stepped } from './periods.ts';

it('spans go on by whole weeks or months of the calendar', () => {
  expect([stepped('2026-10-19', 'week', 2), stepped('2026-10-19', 'week', -1)]).toEqual([
    ...['2026-11-02', '2026-10-12'],
  ]);
  expect([stepped('2026-11-01', 'month', 3), stepped('2026-01-31', 'month', 1)]).toEqual([
    ...['2027-02-01', '2026-02-01'],
  ]);
});

it('a week is told by its days, a month by its name', () => {
  expect(periodWords('2026-10-26', 'week')).toBe('26 Oct 2026 to 1 Nov 2026');
  expect([periodWords('2026-10-01', 'month'), shortPeriod('2026-10-19', 'week')]).toEqual([
    ...['October 2026', '19 Oct'],
  ]);
});

it('a span is told from its first day to its last, or from month to month', () => {
  const of = (...starts: readonly string[]) => starts.map((start) => ({ start }));
  expect(spanWords(of('2026-10-12', '2026-10-19', '2026-10-26'), 'week')).toBe('12 Oct 2026 to 1 Nov 2026');
  expect(spanWords(of('2026-09-01', '2026-10-01'), 'month')).toBe('September 2026 to October 2026');
  expect([spanWords(of('2026-10-01'), 'month'), spanWords([], 'week')]).toEqual(['October 2026', undefined]);
});

it('the response rate is of those answered or out of time, and nothing where there are none', () => {
  const of = (answered: number | null, unanswered: number | null) =>
    responseRate({ counts: { answered, unanswered } } as Period);
  expect([of(2, 1), of(0, 4), of(0, 0), of(null, null)]).toEqual([67, 0, null, null]);
});

it('the response rate says what it is of, and of few it is no percentage', () => {
  const of = (answered: number, unanswered: number) =>
    responseWords({ counts: { answered, unanswered } } as Period);
  expect([of(9, 1), of(1, 0)]).toEqual(['90 % of 10', '1 of 1']);
});
