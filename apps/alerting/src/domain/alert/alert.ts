import { severities, type Concern, type RepairWatch, type Severity } from '@attune/clinical';
import type { AttendanceSignal, Signal } from './signal.ts';

export const alertStatuses = ['open', 'acknowledged', 'in-progress', 'resolved'] as const;
export type AlertStatus = (typeof alertStatuses)[number];
export const humanOutcomes = ['repaired', 'discussed', 'not-a-rupture', 'care-ended', 'other'] as const;
export type HumanOutcome = (typeof humanOutcomes)[number];
/** `withdrawn`: every signal turned out to rest on something that was taken back. */
export type Outcome = HumanOutcome | 'withdrawn';
export type EscalationLevel = 'supervisor' | 'clinic-lead';

/** Everything that speaks for one concern about one client, until somebody has dealt with it. */
export interface Alert {
  readonly alertId: string;
  readonly clientId: string;
  readonly concern: Concern;
  readonly severity: Severity;
  readonly status: AlertStatus;
  readonly recipientId: string | null;
  /** Set by hand: as long as it is, care relationships do not move the alert. */
  readonly pinnedRecipientId: string | null;
  /** Why somebody pinned it, in their words; stays inside. */
  readonly pinReason: string | null;
  readonly watcherIds: readonly string[];
  /** When the derived recipient may change next by the mere passing of time. */
  readonly routeChangesAt: Date | null;
  readonly signals: readonly Signal[];
  readonly attendance: readonly AttendanceSignal[];
  readonly version: number;
  readonly raisedAt: Date;
  readonly changedAt: Date;
  /** When the response was sent that the latest signal rests on. */
  readonly submittedAt: Date | null;
  readonly acknowledgement: { readonly by: string; readonly at: Date } | null;
  /** By when an open alert is to be acknowledged before it goes further up; null when it has gone all the way. */
  readonly acknowledgeBy: Date | null;
  readonly escalation: { readonly level: EscalationLevel; readonly at: Date } | null;
  readonly startedAt: Date | null;
  readonly snoozedUntil: Date | null;
  /** How often it has been put off. */
  readonly snoozes: number;
  /** What the scores after the rupture say; null where the alert is about no rupture. */
  readonly repair: Repair | null;
  readonly resolution: Resolution | null;
  /** What somebody said last, as long as nothing has happened since: until then they may take it back. */
  readonly lastAnswer: LastAnswer | null;
}

/** What an answer changes. */
type Answered = Pick<
  Alert,
  'status' | 'acknowledgement' | 'acknowledgeBy' | 'startedAt' | 'snoozedUntil' | 'snoozes'
>;

/** Who answered when, and how the alert stood before. */
export interface LastAnswer {
  readonly by: string;
  readonly at: Date;
  readonly before: Answered;
}

/** How an alliance comes on after the rupture that one of the alert's signals tells of. */
export interface Repair extends RepairWatch {
  /** The signal that it began with; absent in what was watched before this was kept. */
  readonly ruptureId?: string;
}

/** What an alert is that nobody has touched yet. */
export const untouched = {
  status: 'open',
  pinnedRecipientId: null,
  pinReason: null,
  acknowledgement: null,
  acknowledgeBy: null,
  escalation: null,
  startedAt: null,
  snoozedUntil: null,
  snoozes: 0,
  repair: null,
  resolution: null,
  lastAnswer: null,
} as const satisfies Partial<Alert>;

export interface Resolution {
  readonly outcome: Outcome;
  readonly by: string | null;
  readonly at: Date;
  /** Whether the alert helped, in the eyes of who closed it; null when they did not say. */
  readonly useful: boolean | null;
}

/** What happened to an alert, with the alert as it is afterwards. */
export type AlertFact =
  | {
      readonly type: 'raised' | 'signal-added' | 'signal-withdrawn' | 'escalated' | 'repair-observed';
      readonly alert: Alert;
    }
  | { readonly type: 'rerouted'; readonly alert: Alert; readonly previousRecipientId: string | null }
  | { readonly type: 'acknowledged' | 'started' | 'snoozed'; readonly alert: Alert; readonly by: string }
  | { readonly type: 'reopened'; readonly alert: Alert; readonly by: string | null }
  | { readonly type: 'answer-withdrawn'; readonly alert: Alert; readonly by: string; readonly given: Date }
  | { readonly type: 'resolved'; readonly alert: Alert; readonly resolution: Resolution };

type Graded = { readonly severity: Severity; readonly withdrawn: boolean };

/** The highest severity among the signals that still stand; of all of them when none does. */
export function severityOf(signals: readonly Graded[]): Severity {
  const standing = signals.filter((signal) => !signal.withdrawn);
  const counted = standing.length > 0 ? standing : signals;
  return counted.reduce<Severity>(
    (highest, { severity }) => (graver(severity, highest) ? severity : highest),
    'low',
  );
}

export const graver = (one: Severity, other: Severity) => severities.indexOf(one) > severities.indexOf(other);
