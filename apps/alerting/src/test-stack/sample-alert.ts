import { untouched, type Alert } from '../domain/alert/alert.ts';

/** An open alert that nobody has touched, raised on a Monday morning in November. */
export function sampleAlert(change: Partial<Alert> = {}): Alert {
  const now = new Date('2026-11-23T10:00:00Z');
  return {
    ...untouched,
    ...{ alertId: 'a', clientId: 'c', concern: 'alliance', severity: 'high' },
    ...{ recipientId: 'first', watcherIds: [], routeChangesAt: null, signals: [], attendance: [] },
    ...{ version: 1, raisedAt: now, changedAt: now, submittedAt: now },
    ...change,
  };
}
