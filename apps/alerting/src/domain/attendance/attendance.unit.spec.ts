import { describe, expect, it } from '@jest/globals';
import { defaultAlertPolicy } from '../alert/alert-policy.ts';
import { reviewAttendance, type AttendanceRecord } from './attendance.ts';
import type { AttendanceSignal } from '../alert/signal.ts';

const now = new Date('2026-11-23T10:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const record = (
  days: number,
  absent: boolean,
  kind: AttendanceRecord['kind'] = 'silence',
): AttendanceRecord => ({
  kind,
  subjectId: `${kind} ${days}`,
  at: daysAgo(days),
  absent,
});
const review = (
  records: AttendanceRecord[],
  standing: AttendanceSignal[] = [],
  policy = defaultAlertPolicy,
) => reviewAttendance(records, standing, policy, now);
const told = (records: AttendanceRecord[], standing: AttendanceSignal[] = []) =>
  review(records, standing).found.map(({ kind, count, severity }) => [kind, count, severity]);
const standing = (records: AttendanceRecord[]) =>
  review(records).found.map((signal, index) => ({ ...signal, signalId: String(index) }));

describe('a client who does not answer', () => {
  it('is told of from the second request in a row, and graver from the fourth', () => {
    expect(told([record(7, true)])).toEqual([]);
    expect(told([record(14, true), record(7, true)])).toEqual([['silence', 2, 'medium']]);
    expect(told([28, 21, 14, 7].map((days) => record(days, true)))).toEqual([['silence', 4, 'high']]);
  });

  it('is told of whatever the order of arrival, and once for each absence', () => {
    const records = [record(7, true), record(21, false), record(14, true)];
    expect(told(records)).toEqual([['silence', 2, 'medium']]);
    expect(told(records, standing(records))).toEqual([]);
    expect(told([...records, record(1, true)], standing(records))).toEqual([['silence', 3, 'medium']]);
  });

  it('begins anew after an answer', () => {
    expect(told([record(21, true), record(14, false), record(7, true)])).toEqual([]);
  });

  it('of long ago is history', () => {
    expect(told([record(30, true), record(15, true)])).toEqual([]);
  });

  it('is not told of where the provider does not want it', () => {
    const records = [record(14, true), record(7, true)];
    expect(review(records, [], { ...defaultAlertPolicy, silenceAfter: null }).found).toEqual([]);
  });
});

describe('a client who misses sessions', () => {
  const missed = (days: number) => record(days, true, 'missed-sessions');

  it('is told of apart from silence', () => {
    expect(told([missed(14), missed(7), record(14, true)])).toEqual([['missed-sessions', 2, 'medium']]);
  });

  it('is not told of any more when one of them was a mistake', () => {
    const records = [missed(14), missed(7)];
    const [signal] = standing(records);
    const undone = [missed(14), { ...missed(7), absent: false }];
    expect(review(undone, [signal!]).refuted).toEqual([signal]);
    const earlierUndone = [{ ...missed(14), absent: false }, missed(7)];
    expect(review(earlierUndone, [signal!]).refuted).toEqual([signal]);
    expect(review(records, [signal!]).refuted).toEqual([]);
  });
});
