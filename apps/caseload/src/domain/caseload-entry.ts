import type { AllianceScale } from './alliance-scale.ts';

export type Severity = 'low' | 'medium' | 'high';

/** An alert that somebody still has to deal with, as far as the caseload shows it. */
export interface OpenAlert {
  readonly alertId: string;
  readonly concern: string;
  readonly severity: Severity;
  readonly status: 'open' | 'acknowledged';
  readonly raisedAt: string;
}

/** One alliance score of a client's course. */
export interface AlliancePoint {
  readonly value: number;
  readonly band: string | null;
  readonly answeredAt: Date;
  readonly scale: AllianceScale;
}

/** What a client's sessions come to. */
export interface Attendance {
  readonly lastSessionAt: Date | null;
  /** Sessions missed since the last completed one. */
  readonly missedInARow: number;
  /** Sessions missed lately: see `missedDays`. */
  readonly missedLately: number;
  /** Start of the oldest of them. */
  readonly oldestMissedAt: Date | null;
  readonly nextSessionAt: Date | null;
  /** Sessions booked ahead. */
  readonly ahead: number;
}

/** What a client's requests and responses come to. */
export interface Answering {
  /** Requests that were answered or whose time is over; one that is still open or was taken back is not among them. */
  readonly due: number;
  readonly answered: number;
  /** Requests left unanswered since the last answer. */
  readonly silent: number;
  readonly lastAnswerAt: Date | null;
}

/** On whose caseload the client is, and since when somebody treats the client without a break. */
export interface Care {
  readonly therapistId: string | null;
  readonly changesAt: Date | null;
  readonly since: Date | null;
}

export type FactorCode =
  'weak-alliance' | 'falling-alliance' | 'missed-sessions' | 'silence' | 'no-recent-contact';

/** One sign that a client may be drifting away: a mild one counts 1, a marked one 2. */
export interface Factor {
  readonly code: FactorCode;
  readonly weight: 1 | 2;
  readonly reason: string;
}

/** The part of a client's row that more than one topic writes to, and what is made of all of it. */
export interface CaseloadEntry {
  readonly lastScore: (AlliancePoint & { readonly change: number | null }) | null;
  /** The latest scores of the same scale, the newest last. */
  readonly trend: readonly number[];
  /** Among which scales the score was chosen: see `AllianceScores`. */
  readonly allianceChoice: string;
  readonly alerts: readonly OpenAlert[];
  readonly attendance: Attendance;
  readonly answering: Answering;
  readonly care: Care;
  /** 0 (nothing known against it) to 100, for sorting: who needs somebody first. */
  readonly risk: number;
  readonly reasons: readonly string[];
  /** 0 to 10, for sorting: who shows most signs of drifting away. */
  readonly attrition: number;
  readonly factors: readonly Factor[];
  /** When this must be looked at again by the mere passing of time. */
  readonly reassessAt: Date | null;
}

export const emptyEntry: CaseloadEntry = {
  ...{ lastScore: null, trend: [], allianceChoice: '', alerts: [], risk: 0, reasons: [] },
  attendance: {
    ...{ lastSessionAt: null, missedInARow: 0, missedLately: 0, oldestMissedAt: null },
    ...{ nextSessionAt: null, ahead: 0 },
  },
  answering: { due: 0, answered: 0, silent: 0, lastAnswerAt: null },
  care: { therapistId: null, changesAt: null, since: null },
  ...{ attrition: 0, factors: [], reassessAt: null },
};

export const isSafety = ({ concern }: Pick<OpenAlert, 'concern'>): boolean => concern === 'safety';

const gravity: readonly Severity[] = ['low', 'medium', 'high'];

export function highestSeverity(alerts: readonly Pick<OpenAlert, 'severity'>[]): Severity | null {
  const highest = Math.max(-1, ...alerts.map(({ severity }) => gravity.indexOf(severity)));
  return gravity[highest] ?? null;
}
