import { describe, expect, it } from '@jest/globals';
import { sampleAlert } from '../../test-stack/sample-alert.ts';
import { acknowledge, resolve } from './change-alert.ts';
import { elapse, escalate, reopen, snooze, start, whyNotSnooze } from './follow-up.ts';

const now = new Date('2026-11-23T10:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const limits = { days: 7, times: 3 };

describe('working on an alert', () => {
  it('is an acknowledgement, and keeps the one that was given before', () => {
    expect(start(sampleAlert(), 'anna', now).alert).toMatchObject({
      status: 'in-progress',
      acknowledgement: { by: 'anna', at: now },
      startedAt: now,
    });
    const seen = acknowledge(sampleAlert(), 'ben', inDays(-1)).alert;
    expect(start(seen, 'anna', now).alert.acknowledgement).toEqual({ by: 'ben', at: inDays(-1) });
  });
});

describe('putting an alert off', () => {
  it('counts as seen, and brings it back when the time has come', () => {
    const snoozed = snooze(sampleAlert(), 'anna', inDays(2), now).alert;
    expect(snoozed).toMatchObject({ status: 'acknowledged', snoozedUntil: inDays(2), snoozes: 1 });
    expect(elapse(snoozed, inDays(1))).toBeNull();
    expect(elapse(snoozed, inDays(2))).toMatchObject({
      type: 'reopened',
      by: null,
      alert: { status: 'open', snoozedUntil: null, acknowledgement: null, snoozes: 1 },
    });
  });

  it.each([
    [{}, 7, null],
    [{}, 8, 'too-far'],
    [{}, 0, 'not-ahead'],
    [{ snoozes: 3 }, 1, 'too-often'],
    [{ concern: 'safety' as const }, 1, 'safety'],
  ])('of %j for %s days is refused as %s', (change, days, refusal) => {
    expect(whyNotSnooze(sampleAlert(change), inDays(days), limits, now)).toBe(refusal);
  });
});

describe('an alert that nobody acknowledges', () => {
  const waiting = { acknowledgeBy: inDays(1) };

  it('goes to the supervisors when its time has passed, then to the clinic lead, and no further', () => {
    const alert = sampleAlert({ ...waiting, watcherIds: ['supervisor'] });
    expect(elapse(alert, now)).toBeNull();
    const first = elapse(alert, inDays(1));
    expect(first).toMatchObject({
      type: 'escalated',
      alert: { status: 'open', escalation: { level: 'supervisor' } },
    });
    const second = escalate(first!.alert, inDays(2));
    expect(second?.alert.escalation).toEqual({ level: 'clinic-lead', at: inDays(2) });
    expect(escalate(second!.alert, inDays(3))).toBeNull();
  });

  it('goes to the clinic lead at once where nobody supervises', () => {
    expect(elapse(sampleAlert(waiting), inDays(1))?.alert.escalation?.level).toBe('clinic-lead');
  });

  it('stays where it is once somebody has', () => {
    const seen = acknowledge(sampleAlert(waiting), 'anna', now).alert;
    expect(elapse(seen, inDays(9))).toBeNull();
  });
});

describe('opening a closed alert again', () => {
  it('forgets how it was closed and who had acknowledged it, and waits for whoever it is for now', () => {
    const closed = resolve(
      sampleAlert({ snoozes: 3 }),
      'anna',
      { outcome: 'discussed', useful: true },
      now,
    ).alert;
    const route = { recipientId: 'berta', watcherIds: ['carl'], routeChangesAt: null };
    expect(reopen({ ...closed, pinnedRecipientId: 'anna' }, 'anna', route, now)).toMatchObject({
      by: 'anna',
      alert: {
        status: 'open',
        resolution: null,
        acknowledgement: null,
        snoozes: 0,
        pinnedRecipientId: null,
        ...route,
      },
    });
  });
});
