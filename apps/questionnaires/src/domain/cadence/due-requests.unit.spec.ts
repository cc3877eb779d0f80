import { describe, expect, it } from '@jest/globals';
import type { Care } from './care.ts';
import { dueRequests, type Happening } from './due-requests.ts';
import type { Policy, Scope, Trigger } from './policy.ts';

const at = (text: string) => new Date(`2026-${text}Z`);
const policy = (trigger: Trigger, more: Partial<Policy> = {}): Policy => ({
  ...{ code: 'p', title: 'P', instrument: { url: 'https://attune.example/instruments/x' }, trigger },
  ...{ scope: { kind: 'all' }, delayHours: 0, windowDays: 4, reminderHours: [], active: true },
  ...more,
});
const session = (number: number, more: object = {}): Happening => ({
  kind: 'session-completed',
  session: {
    ...{ sessionId: `s${number}`, type: 'individual', completedAt: at('11-23T10:50:00') },
    ...{ number, numberOfType: number, ...more },
  },
});
const since = (from: string, to: string | null = null): Care[] => [
  { staffId: 'anna', kind: 'primary', from: at(from), to: to === null ? null : at(to) },
];
const due = (policies: Policy[], happening: Happening, now: string, care: Care[] = []) =>
  dueRequests(policies, { clientId: 'c', care }, happening, at(now)).map(
    ({ occasion, dueAt }) => `${occasion} ${dueAt.toISOString().slice(5, 16)}`,
  );
const now = '11-23T10:55:00';

describe('given a policy after every session', () => {
  const every = policy({ kind: 'after-every-session' });

  it('when a session took place, then the client is asked about it at once', () => {
    expect(due([every], session(1), now)).toEqual(['session:s1 11-23T10:50']);
  });

  it('when it has a delay, then later', () => {
    expect(due([{ ...every, delayHours: 24 }], session(1), now)).toEqual(['session:s1 11-24T10:50']);
  });

  it('when the session is known so late that the time to answer is over, then not at all', () => {
    expect(due([every], session(1), '11-27T10:49:59')).toHaveLength(1);
    expect(due([every], session(1), '11-27T10:50:00')).toEqual([]);
  });

  it.each<[string, Scope, number]>([
    ['this kind of session', { kind: 'session-type', type: 'individual' }, 1],
    ['another kind of session', { kind: 'session-type', type: 'group' }, 0],
    ['this client', { kind: 'client', clientId: 'c' }, 1],
    ['another client', { kind: 'client', clientId: 'other' }, 0],
    // Who is the therapist is looked at when it is due.
    ['some team', { kind: 'team', team: 'day-clinic' }, 1],
  ])('when it is for %s, then it is due for those alone', (_what, scope, count) => {
    expect(due([{ ...every, scope }], session(1), now)).toHaveLength(count);
  });

  it('when it is not active, or says never, then nothing is due', () => {
    expect(due([{ ...every, active: false }], session(1), now)).toEqual([]);
    expect(due([policy({ kind: 'never' })], session(1), now)).toEqual([]);
  });
});

describe('given a policy after every third session', () => {
  const third = policy({ kind: 'every-nth-session', n: 3 });

  it('when the third and the sixth took place, then it is due', () => {
    const numbers = [1, 2, 3, 4, 5, 6].filter((number) => due([third], session(number), now).length > 0);
    expect(numbers).toEqual([3, 6]);
  });

  it('when it is for a kind of session, then sessions of that kind are counted', () => {
    const group = { ...third, scope: { kind: 'session-type', type: 'group' } as const };
    expect(due([group], session(3, { type: 'group', numberOfType: 1 }), now)).toEqual([]);
    expect(due([group], session(7, { type: 'group', numberOfType: 3 }), now)).toHaveLength(1);
  });
});

describe('given a policy every two weeks', () => {
  const weeks = policy({ kind: 'every-n-weeks', n: 2 });
  const happening: Happening = { kind: 'care-goes-on' };

  it('when care goes on, then the next one that lies ahead is due, counted from the beginning of care', () => {
    expect(due([weeks], happening, '11-02T08:00:00', since('11-02T09:00:00'))).toEqual([
      'week:2026-11-16T09:00:00.000Z 11-16T09:00',
    ]);
    expect(due([weeks], happening, '11-16T09:00:00', since('11-02T09:00:00'))).toEqual([
      'week:2026-11-30T09:00:00.000Z 11-30T09:00',
    ]);
  });

  it('when care began a year ago, then what was missed is not made up for', () => {
    expect(due([weeks], happening, now, since('01-05T09:00:00'))).toHaveLength(1);
  });

  it('when care ends before, then none', () => {
    expect(due([weeks], happening, now, since('11-16T09:00:00', '11-30T09:00:00'))).toEqual([]);
  });

  it('when there is no care, or only a session, then none', () => {
    expect(due([weeks], happening, now)).toEqual([]);
    expect(due([weeks], session(1), now, since('11-02T09:00:00'))).toEqual([]);
  });
});

describe('given policies at intake and at the end of care', () => {
  const policies = [
    policy({ kind: 'at-intake' }, { code: 'intake' }),
    policy({ kind: 'at-end-of-care' }, { code: 'end', delayHours: 24 }),
  ];
  const happening: Happening = { kind: 'care-goes-on' };

  it('when care begins and its end is not known, then at its beginning', () => {
    expect(due(policies, happening, now, since('11-25T09:00:00'))).toEqual([
      'intake:2026-11-25T09:00:00.000Z 11-25T09:00',
    ]);
  });

  it('when it is to end, then at its end', () => {
    expect(due(policies, happening, now, since('01-25T09:00:00', '11-30T09:00:00'))).toEqual([
      'end:2026-11-30T09:00:00.000Z 12-01T09:00',
    ]);
  });

  it('when both are long past, then nobody is asked about history', () => {
    expect(due(policies, happening, now, since('01-25T09:00:00', '11-18T10:00:00'))).toEqual([]);
  });
});
