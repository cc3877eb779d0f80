export type Severity = 'low' | 'medium' | 'high';

/** An alert that somebody still has to deal with, as far as the caseload shows it. */
export interface OpenAlert {
  readonly alertId: string;
  readonly concern: string;
  readonly severity: Severity;
  readonly status: 'open' | 'acknowledged';
  readonly raisedAt: string;
}

/** One alliance total of a client's course. */
export interface AlliancePoint {
  readonly value: number;
  readonly band: string | null;
  readonly answeredAt: Date;
}

/** The part of a client's row that more than one topic writes to: scores, alerts, and the risk that both make up. */
export interface CaseloadEntry {
  readonly lastScore: (AlliancePoint & { readonly change: number | null }) | null;
  /** The latest totals, the newest last. */
  readonly trend: readonly number[];
  readonly alerts: readonly OpenAlert[];
  /** 0 (nothing known against it) to 100, for sorting. */
  readonly risk: number;
  readonly reasons: readonly string[];
}

export const emptyEntry: CaseloadEntry = { lastScore: null, trend: [], alerts: [], risk: 0, reasons: [] };

const gravity: readonly Severity[] = ['low', 'medium', 'high'];

export function highestSeverity(alerts: readonly Pick<OpenAlert, 'severity'>[]): Severity | null {
  const highest = Math.max(-1, ...alerts.map(({ severity }) => gravity.indexOf(severity)));
  return gravity[highest] ?? null;
}
