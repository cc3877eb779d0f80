import { expect, it } from '@jest/globals';
import { lastSignal, rankAlerts, signalledSince } from './rank-alerts.ts';
import { arrange, freshOf, remember } from './steady-list.ts';

const alert = (alertId: string, more: object = {}) => ({
  ...{ alertId, concern: 'alliance', recipientId: 'therapist', status: 'open', severity: 'high' },
  ...{ acknowledgeBy: null, escalation: null },
  ...{
    signals: [{ detectedAt: '2026-11-23T10:00:00Z', withdrawn: false }],
    raisedAt: '2026-11-23T10:00:00Z',
  },
  ...more,
});
type Alerts = Parameters<typeof rankAlerts>[0];
const rank = (...alerts: object[]) =>
  rankAlerts(alerts as unknown as Alerts).map((each) => (each as unknown as { alertId: string }).alertId);

it('puts safety first, then what nobody has, then what nobody has answered, then the gravest and the newest', () => {
  const newer = { signals: [{ detectedAt: '2026-11-23T11:00:00Z', withdrawn: false }] };
  const order = rank(
    alert('taken', { status: 'acknowledged' }),
    alert('medium', { severity: 'medium' }),
    alert('old'),
    alert('new', newer),
    alert('nobody', { recipientId: null, severity: 'low' }),
    alert('safety', { concern: 'safety' }),
    alert('safety-taken', { concern: 'safety', status: 'acknowledged', ...newer }),
  );
  expect(order).toEqual(['safety', 'nobody', 'new', 'old', 'medium', 'safety-taken', 'taken']);
});

it('puts what has gone up or is late above what is new, within its severity', () => {
  const by = (hour: number) => ({ acknowledgeBy: `2026-11-23T${hour}:00:00Z` });
  const up = (level: string) => ({ escalation: { level, at: '2026-11-23T10:00:00Z' } });
  const order = rank(
    alert('new', { ...by(18), raisedAt: '2026-11-23T12:00:00Z' }),
    alert('taken', { ...up('supervisor'), status: 'acknowledged' }),
    alert('late', by(11)),
    alert('at the top', up('clinic-lead')),
    alert('went up', { ...up('supervisor'), ...by(20) }),
    alert('medium', { severity: 'medium', ...by(10) }),
  );
  expect(order).toEqual(['at the top', 'went up', 'late', 'new', 'medium', 'taken']);
});

it('counts a signal that was taken back as none', () => {
  const signals = [
    { detectedAt: '2026-11-23T10:00:00Z', withdrawn: false },
    { detectedAt: '2026-11-23T12:00:00Z', withdrawn: true },
  ];
  expect(lastSignal({ signals, raisedAt: '2026-11-23T10:00:00Z' })).toBe('2026-11-23T10:00:00Z');
});

const steady = (...alerts: object[]) => alerts as unknown as Parameters<typeof arrange>[0];

it('keeps what is shown in its place, whatever it has become and whatever came since', () => {
  const known = remember(steady(alert('a'), alert('b')));
  const now = steady(alert('new'), alert('b', { status: 'acknowledged' }), alert('a'));
  expect(arrange(now, known).map(({ alertId }) => alertId)).toEqual(['a', 'b']);
  expect(freshOf(now, known)).toEqual({ added: 1, changed: 0 });
});

it('tells of an alert that has had a further signal, and drops one that is gone', () => {
  const known = remember(steady(alert('a'), alert('b')));
  const twice = {
    signals: [
      { detectedAt: '2026-11-23T10:00:00Z', withdrawn: false },
      { detectedAt: '2026-11-23T11:00:00Z', withdrawn: false },
    ],
  };
  const now = steady(alert('a', twice));
  expect(arrange(now, known).map(({ alertId }) => alertId)).toEqual(['a']);
  expect(freshOf(now, known)).toEqual({ added: 0, changed: 1 });
});

it('marks what has signalled again since somebody took it in hand', () => {
  const [raisedAt, before, after] = ['2026-11-20T10:00:00Z', '2026-11-21T10:00:00Z', '2026-11-23T10:00:00Z'];
  const taken = { raisedAt, status: 'acknowledged', acknowledgedAt: '2026-11-22T10:00:00Z' } as const;
  const signalling = (detectedAt: string, more: object = {}) => ({
    ...taken,
    signals: [{ detectedAt, withdrawn: false }],
    ...more,
  });
  expect([signalling(before), signalling(after)].map(signalledSince)).toEqual([false, true]);
  expect(signalledSince({ ...taken, signals: [{ detectedAt: after, withdrawn: true }] })).toBe(false);
  expect(signalledSince(signalling(after, { status: 'resolved' }))).toBe(false);
  expect(signalledSince(signalling(after, { acknowledgedAt: null }))).toBe(false);
});
