import type { CaseloadEntry, OpenAlert } from './caseload-entry.ts';

export type AlertState = Omit<OpenAlert, 'status'> & { readonly status: OpenAlert['status'] | 'resolved' };

/** The row after an event about one of the client's alerts; a resolved alert leaves it. */
export function applyAlert(entry: CaseloadEntry, alert: AlertState): CaseloadEntry {
  const { alertId, concern, severity, status, raisedAt } = alert;
  const others = entry.alerts.filter((one) => one.alertId !== alertId);
  const alerts =
    status === 'resolved' ? others : [...others, { alertId, concern, severity, status, raisedAt }];
  return { ...entry, alerts };
}
