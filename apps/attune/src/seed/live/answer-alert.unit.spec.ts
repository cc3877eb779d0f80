import { describe, expect, it } from '@jest/globals';
import { answerTo, type LiveAlert } from './answer-alert.ts';

const evening = '2026-11-25T17:00:00Z';
const [nextMorning, nextEvening] = [new Date('2026-11-26T09:00:00Z'), new Date('2026-11-26T17:00:00Z')];
const raised: LiveAlert = {
  ...{ alertId: 'a', clientId: '0b000000-0000-5000-8000-000000000000', concern: 'alliance', status: 'open' },
  ...{ recipientId: 'therapist', watcherIds: ['supervisor'], escalation: null, snoozedUntil: null },
  ...{ repair: { status: 'watching' }, version: 1, raisedAt: evening, changedAt: evening },
};
const going = { last: false };

describe('what is done about an alert in the demo', () => {
  it('is nothing where the story says that nobody hears of it, to the end', () => {
    expect(answerTo(raised, 'unheard', nextMorning, { last: true })).toBeNull();
  });

  it('is the supervisor’s word once it went up, where the story says so', () => {
    expect(answerTo(raised, 'heard-above', nextMorning, going)).toBeNull();
    const up = { ...raised, escalation: { level: 'supervisor' } };
    expect(answerTo(up, 'heard-above', nextEvening, going)).toMatchObject({ by: 'supervisor' });
  });

  it('is done at once about safety, and at the very end about all that still wait', () => {
    const safety = { ...raised, concern: 'safety' } as const;
    expect(answerTo(safety, 'harm', new Date(evening), going)).toMatchObject({ action: 'acknowledge' });
    const at = new Date(evening);
    expect(answerTo(raised, undefined, at, { last: true })).toMatchObject({ action: 'acknowledge' });
  });

  it('goes on from what was acknowledged to work with a note, and closes what was repaired', () => {
    const known = { ...raised, status: 'acknowledged' } as const;
    expect(answerTo(known, 'repaired', nextMorning, going)).toMatchObject({ action: 'start' });
    const repaired = { ...raised, status: 'in-progress', repair: { status: 'repaired' } } as const;
    expect(answerTo(repaired, 'repaired', nextMorning, going)).toMatchObject({
      ...{ by: 'therapist', action: 'resolve' },
      body: { outcome: 'repaired' },
    });
    const watched = { ...raised, status: 'in-progress' } as const;
    expect(answerTo(watched, 'repaired', nextMorning, going)).toBeNull();
  });
});
