import { describe, expect, it } from '@jest/globals';
import { applyAlert, type AlertState } from './apply-alert.ts';
import { applyScores } from './apply-scores.ts';
import { assessRisk } from './assess-risk.ts';
import { emptyEntry } from './caseload-entry.ts';

const checkIn = { instrument: 'check-in', scale: 'total', min: 12, max: 60, higherIsBetter: true };
const score = (value: number, day: number, scale = checkIn) => ({
  ...{ value, band: null, answeredAt: new Date(Date.UTC(2026, 0, day)), scale },
});
/** As they are read: the newest first. */
const scores = (...points: ReturnType<typeof score>[]) => ({ choice: 'these', points: points.toReversed() });
const alert = (change: Partial<AlertState> = {}): AlertState => ({
  alertId: 'a',
  concern: 'alliance',
  severity: 'high',
  status: 'open',
  raisedAt: '2026-01-01T00:00:00.000Z',
  ...change,
});

describe('scores on the caseload', () => {
  it('shows the latest by time of answer, its change and the trend with the newest last', () => {
    const entry = applyScores(emptyEntry, scores(score(50, 1), score(44, 8), score(30, 15)));
    expect(entry).toMatchObject({ lastScore: { value: 30, change: -14 }, trend: [50, 44, 30] });
  });

  it('keeps to the scale of the newest: a score on another, or in other bounds, is no change', () => {
    const short = { ...checkIn, instrument: 'short', min: 4, max: 20 };
    const changed = applyScores(emptyEntry, scores(score(50, 1), score(14, 8, short)));
    expect(changed).toMatchObject({ lastScore: { value: 14, change: null }, trend: [14] });
    const back = applyScores(emptyEntry, scores(score(50, 1), score(14, 8, short), score(46, 15)));
    expect(back).toMatchObject({ lastScore: { value: 46, change: -4 }, trend: [50, 46] });
    const wider = applyScores(emptyEntry, scores(score(50, 1), score(60, 8, { ...checkIn, max: 84 })));
    expect(wider.trend).toEqual([60]);
  });

  it('keeps eight totals', () => {
    const points = Array.from({ length: 12 }, (_, index) => score(40 + index, index + 1));
    expect(applyScores(emptyEntry, scores(...points)).trend).toEqual([44, 45, 46, 47, 48, 49, 50, 51]);
  });

  it('knows no change after one score and nothing after none', () => {
    expect(applyScores(emptyEntry, scores(score(40, 1))).lastScore?.change).toBeNull();
    const gone = applyScores(applyScores(emptyEntry, scores(score(30, 1))), scores());
    expect(gone).toEqual({ ...emptyEntry, allianceChoice: 'these' });
  });
});

describe('alerts on the caseload', () => {
  it('takes an alert in once, however often it changes, and drops it when it is resolved', () => {
    const open = applyAlert(emptyEntry, alert());
    const acknowledged = applyAlert(open, alert({ status: 'acknowledged' }));
    expect(acknowledged.alerts).toHaveLength(1);
    expect(applyAlert(acknowledged, alert({ status: 'resolved' }))).toEqual(emptyEntry);
  });
});

describe('risk', () => {
  it('is nothing for a client of whom nothing is known', () => {
    expect(emptyEntry).toMatchObject({ risk: 0, reasons: [] });
  });

  it('is the same whichever of score and alert is known first', () => {
    const points = scores(score(48, 1), score(30, 8));
    const both = applyAlert(applyScores(emptyEntry, points), alert());
    expect(applyScores(applyAlert(emptyEntry, alert()), points)).toEqual(both);
    const scoreFirst = assessRisk(both);
    expect(scoreFirst.reasons).toEqual([
      'high alert waiting for an answer',
      'alliance 30 of 60, below 36',
      'alliance fell by 18 since last time',
    ]);
  });

  it('falls when somebody takes care of it, and stays within 100', () => {
    const worst = applyAlert(applyScores(emptyEntry, scores(score(60, 1), score(12, 8))), alert());
    expect(assessRisk(worst).risk).toBe(100);
    const taken = assessRisk(applyAlert(worst, alert({ status: 'acknowledged' })));
    expect(taken.risk).toBeLessThan(100);
    expect(taken.reasons[0]).toBe('high alert being dealt with');
  });

  it('of a safety alert is above everything else, until somebody takes it in hand', () => {
    const [safe, medium] = [alert({ concern: 'safety', alertId: 'safety' }), alert({ severity: 'medium' })];
    const both = applyAlert(applyAlert(emptyEntry, medium), safe);
    expect(assessRisk(both)).toEqual({ risk: 100, reasons: ['safety alert waiting for an answer'] });
    const taken = assessRisk(applyAlert(both, { ...safe, status: 'acknowledged' }));
    expect(taken).toEqual({ risk: 60, reasons: ['safety alert being dealt with'] });
  });

  it('goes by the scale: as low and as steep a fall on a short form counts as much', () => {
    const short = { ...checkIn, instrument: 'short', min: 4, max: 20 };
    const long = assessRisk(applyScores(emptyEntry, scores(score(36, 1), score(24, 8))));
    const brief = assessRisk(applyScores(emptyEntry, scores(score(12, 1, short), score(8, 8, short))));
    expect(brief.risk).toBe(long.risk);
    expect(brief.reasons).toEqual(['alliance 8 of 20, below 12', 'alliance fell by 4 since last time']);
  });

  it('does not count ordinary ups and downs', () => {
    expect(assessRisk(applyScores(emptyEntry, scores(score(45, 1), score(42, 8)))).risk).toBe(0);
  });
});
