import { describe, expect, it } from '@jest/globals';
import { sampleAlert } from '../../test-stack/sample-alert.ts';
import type { Alert } from './alert.ts';
import { AlertActionRefused } from '../alerting.errors.ts';
import { acknowledge, addAttendance, reroute, resolve } from './change-alert.ts';
import { snooze, start } from './follow-up.ts';
import { setDeadlines } from './set-deadlines.ts';
import { mayUndo, undoAnswer } from './undo-answer.ts';

const now = new Date('2026-11-23T10:00:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const escalated = { level: 'supervisor', at: now } as const;
const open = sampleAlert({ acknowledgeBy: inHours(4), escalation: escalated });
const told = (fact: ReturnType<typeof acknowledge>, before: Alert) =>
  setDeadlines([fact], [before], () => inHours(99))[0]!.alert;
const seen = told(acknowledge(open, 'anna', now), open);
const begun = told(start(seen, 'anna', inHours(1)), seen);
const bareOf = ({ version: _version, changedAt: _at, ...alert }: Alert) => alert;

describe('an answer that is taken back leaves the alert as it was before', () => {
  it.each([
    ['an acknowledgement', open, seen],
    ['a start', seen, { ...begun, lastAnswer: begun.lastAnswer }],
    ['a start without a word before', open, told(start(open, 'anna', now), open)],
    ['being put off', open, told(snooze(open, 'anna', inHours(48), now), open)],
    ['being put off in the middle of work', begun, told(snooze(begun, 'anna', inHours(48), now), begun)],
  ])('%s', (_what, before, after) => {
    const fact = undoAnswer(after, 'anna', inHours(2));
    const back = setDeadlines([fact], [after], () => inHours(99))[0]!.alert;
    // Once: what was said before that is not taken back with it.
    expect(bareOf(back)).toEqual({ ...bareOf(before), lastAnswer: null });
    expect([back.version, fact]).toMatchObject([after.version + 1, { by: 'anna' }]);
  });
});

describe('an answer is not taken back', () => {
  it('by somebody else', () => {
    expect(mayUndo(seen, 'ben')).toBe(false);
    expect(() => undoAnswer(seen, 'ben', now)).toThrow(AlertActionRefused);
  });

  it('once something has happened since', () => {
    const route = { recipientId: 'second', watcherIds: [], routeChangesAt: null };
    const signal = {
      ...({ signalId: 's', rule: 'silence', kind: 'silence', severity: 'low', subjectId: 'r' } as const),
      ...{ count: 2, since: now, detectedAt: now, withdrawn: false },
    };
    for (const after of [
      addAttendance(seen, signal, now).alert,
      reroute(seen, route, now)!.alert,
      resolve(seen, 'anna', { outcome: 'other' }, now).alert,
    ])
      expect(mayUndo(after, 'anna')).toBe(false);
  });

  it('twice', () => {
    expect(mayUndo(undoAnswer(seen, 'anna', now).alert, 'anna')).toBe(false);
  });
});
