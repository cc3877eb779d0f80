import { describe, expect, it } from '@jest/globals';
import { sampleAlert } from '../../test-stack/sample-alert.ts';
import { acknowledge, reassign } from './change-alert.ts';
import { escalate } from './follow-up.ts';
import { setDeadlines } from './set-deadlines.ts';

const now = new Date('2026-11-23T10:00:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const within = { low: 24, medium: 8, high: 4 };
const deadline = ({ severity }: { severity: 'low' | 'medium' | 'high' }, from: Date) =>
  new Date(from.getTime() + within[severity] * 3_600_000);
const route = { recipientId: 'second', watcherIds: [], routeChangesAt: null };

describe('the time by which an alert is to be acknowledged', () => {
  it('begins when it is raised', () => {
    const [fact] = setDeadlines([{ type: 'raised', alert: sampleAlert() }], [], deadline);
    expect(fact?.alert.acknowledgeBy).toEqual(inHours(4));
  });

  it('is not put off by a further signal, and comes nearer with a graver one', () => {
    const before = sampleAlert({ severity: 'medium', acknowledgeBy: inHours(3) });
    const joined = (severity: 'medium' | 'high', hours: number) =>
      setDeadlines(
        [{ type: 'signal-added', alert: { ...before, severity, changedAt: inHours(hours) } }],
        [before],
        deadline,
      )[0]?.alert.acknowledgeBy;
    expect(joined('medium', 2)).toEqual(inHours(3));
    expect(joined('high', -2)).toEqual(inHours(2));
    expect(joined('high', 2)).toEqual(inHours(3));
  });

  it('ends with the acknowledgement', () => {
    const before = sampleAlert({ acknowledgeBy: inHours(4) });
    const [fact] = setDeadlines([acknowledge(before, 'anna', now)], [before], deadline);
    expect(fact?.alert.acknowledgeBy).toBeNull();
  });

  it('begins anew for another recipient, who has let nothing pass', () => {
    const before = sampleAlert({ acknowledgeBy: null, escalation: { level: 'clinic-lead', at: now } });
    const pin = { recipientId: 'second', reason: null };
    const [fact] = setDeadlines([reassign(before, pin, route, inHours(5))], [before], deadline);
    expect(fact?.alert).toMatchObject({ acknowledgeBy: inHours(9), escalation: null });
  });

  it('begins anew on each step up, and ends at the top', () => {
    const before = sampleAlert({ acknowledgeBy: now, watcherIds: ['supervisor'] });
    const [first] = setDeadlines([escalate(before, now)!], [before], deadline);
    expect(first?.alert.acknowledgeBy).toEqual(inHours(4));
    const [second] = setDeadlines([escalate(first!.alert, inHours(4))!], [first!.alert], deadline);
    expect(second?.alert).toMatchObject({ acknowledgeBy: null, escalation: { level: 'clinic-lead' } });
  });
});
