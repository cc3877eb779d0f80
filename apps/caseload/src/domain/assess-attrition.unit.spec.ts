import { describe, expect, it } from '@jest/globals';
import { assessAttrition } from './assess-attrition.ts';
import { emptyEntry, type Answering, type Attendance } from './caseload-entry.ts';

const day = 86_400_000;
const now = new Date('2026-11-23T10:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * day);
const checkIn = { instrument: 'check-in', scale: 'total', min: 12, max: 60, higherIsBetter: true };
const score = (value: number, change: number | null, scale = checkIn) => ({
  ...{ value, change, band: null, answeredAt: ago(1), scale },
});
const inCare = (attendance: Partial<Attendance> = {}, answering: Partial<Answering> = {}) => ({
  ...emptyEntry,
  care: { therapistId: 't', changesAt: null, since: ago(200) },
  attendance: { ...emptyEntry.attendance, lastSessionAt: ago(3), ...attendance },
  answering: { ...emptyEntry.answering, ...answering },
});
const signs = (entry: Parameters<typeof assessAttrition>[0]) =>
  assessAttrition(entry, now).factors.map(({ code, weight, reason }) => [code, weight, reason]);

describe('signs that a client may drift away', () => {
  it('are none for somebody who comes and answers', () => {
    expect(assessAttrition(inCare(), now)).toMatchObject({ attrition: 0, factors: [] });
  });

  it('are a weak and a falling alliance, each in its measure', () => {
    expect(signs({ ...inCare(), lastScore: score(34, -4) })).toEqual([
      ['weak-alliance', 1, 'alliance 34, lower half of 12–60'],
      ['falling-alliance', 1, 'alliance fell by 4 since last time'],
    ]);
    expect(assessAttrition({ ...inCare(), lastScore: score(20, -16) }, now).attrition).toBe(4);
    expect(signs({ ...inCare(), lastScore: score(36, -3) })).toEqual([]);
  });

  it('are a weak and a falling alliance on any scale, by its own middle and width', () => {
    const short = { ...checkIn, instrument: 'short', min: 4, max: 20 };
    expect(signs({ ...inCare(), lastScore: score(11, -2, short) })).toEqual([
      ['weak-alliance', 1, 'alliance 11, lower half of 4–20'],
      ['falling-alliance', 1, 'alliance fell by 2 since last time'],
    ]);
    expect(signs({ ...inCare(), lastScore: score(12, -1, short) })).toEqual([]);
    expect(assessAttrition({ ...inCare(), lastScore: score(9, -3, short) }, now).attrition).toBe(4);
    const distance = { ...checkIn, instrument: 'distance', min: 0, max: 24, higherIsBetter: false };
    expect(signs({ ...inCare(), lastScore: score(13, 2, distance) })).toEqual([
      ['weak-alliance', 1, 'alliance 13, upper half of 0–24'],
      ['falling-alliance', 1, 'alliance worsened by 2 since last time'],
    ]);
    expect(signs({ ...inCare(), lastScore: score(11, -6, distance) })).toEqual([]);
  });

  it('are missed sessions: the last one, or several within ninety days', () => {
    const missed = (missedInARow: number, missedLately: number) =>
      signs(inCare({ missedInARow, missedLately }));
    expect(missed(1, 1)).toEqual([['missed-sessions', 1, 'last session missed']]);
    expect(missed(2, 3)).toEqual([['missed-sessions', 2, 'last 2 sessions missed, 3 missed in 90 days']]);
    expect(missed(0, 1)).toEqual([]);
    expect(missed(0, 2)).toEqual([['missed-sessions', 1, '2 missed in 90 days']]);
  });

  it('are check-ins left unanswered in a row', () => {
    expect(signs(inCare({}, { silent: 1 }))).toEqual([]);
    expect(signs(inCare({}, { silent: 3 }))).toEqual([['silence', 2, 'last 3 check-ins unanswered']]);
  });

  it('is a long time without contact; an answer is one, too', () => {
    const quiet = inCare({ lastSessionAt: ago(36) });
    expect(signs(quiet)).toEqual([['no-recent-contact', 2, 'no contact for 36 days']]);
    expect(signs(inCare({ lastSessionAt: ago(36) }, { lastAnswerAt: ago(22) }))).toEqual([
      ['no-recent-contact', 1, 'no contact for 22 days'],
    ]);
    expect(signs(inCare({ lastSessionAt: ago(36) }, { lastAnswerAt: ago(20) }))).toEqual([]);
    expect(signs(inCare({ lastSessionAt: null }))).toEqual([
      ['no-recent-contact', 2, 'no contact in 200 days of care'],
    ]);
  });

  it('are none where nobody treats the client', () => {
    const ended = {
      ...inCare({ lastSessionAt: ago(300) }),
      care: emptyEntry.care,
      lastScore: score(12, -20),
    };
    expect(assessAttrition(ended, now)).toEqual({ attrition: 0, factors: [], reassessAt: null });
    // A session that they missed leaves the last ninety days all the same, and the row says how many there are.
    const missed = { ...ended, attendance: { ...ended.attendance, oldestMissedAt: ago(80) } };
    expect(assessAttrition(missed, now).reassessAt).toEqual(new Date(ago(-10).getTime() + 1));
  });
});

describe('the time of the next look', () => {
  const next = (entry: Parameters<typeof assessAttrition>[0]) => assessAttrition(entry, now).reassessAt;

  it('is when three weeks without contact are over, and each day after that', () => {
    expect(next(inCare({ lastSessionAt: ago(3) }))).toEqual(ago(3 - 21));
    expect(next(inCare({ lastSessionAt: ago(30) }))).toEqual(ago(-1));
  });

  it('is when the oldest missed session is no longer a late one, if that is sooner', () => {
    const at = next(inCare({ missedLately: 1, oldestMissedAt: ago(89) }));
    expect(at?.getTime()).toBe(ago(-1).getTime() + 1);
  });

  it('is when the next session begins, also for somebody whom nobody treats', () => {
    expect(next(inCare({ nextSessionAt: ago(-2) }))).toEqual(ago(-2));
    expect(next({ ...inCare({ nextSessionAt: ago(-2) }), care: emptyEntry.care })).toEqual(ago(-2));
  });
});
