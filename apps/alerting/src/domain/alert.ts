import { severities, type Concern, type DetectorKind, type Direction, type Severity } from '@attune/clinical';

export type AlertStatus = 'open' | 'acknowledged' | 'resolved';
export const humanOutcomes = ['repaired', 'discussed', 'not-a-rupture', 'care-ended', 'other'] as const;
export type HumanOutcome = (typeof humanOutcomes)[number];
/** `withdrawn`: every signal turned out to rest on something that was taken back. */
export type Outcome = HumanOutcome | 'withdrawn';

/** One rule that spoke about one score. */
export interface Signal {
  readonly signalId: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly responseId: string;
  readonly instrument: { readonly url: string; readonly version: string };
  readonly scale: string;
  readonly value: number;
  readonly threshold: number;
  readonly previous: number | null;
  /** What the detector took for usual, and what it held against the threshold where that is not the score. */
  readonly reference: number | null;
  readonly statistic: number | null;
  readonly detector: DetectorKind | 'risk-item';
  readonly direction: Direction;
  /** The rule set that the rule stood in, as `name@version`. */
  readonly ruleSet: string;
  readonly detectedAt: Date;
  readonly withdrawn: boolean;
}

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
  readonly version: number;
  readonly raisedAt: Date;
  readonly changedAt: Date;
  /** When the response was sent that the latest signal rests on. */
  readonly submittedAt: Date | null;
  readonly acknowledgement: { readonly by: string; readonly at: Date } | null;
  readonly resolution: Resolution | null;
}

export interface Resolution {
  readonly outcome: Outcome;
  readonly by: string | null;
  readonly at: Date;
}

/** What happened to an alert, with the alert as it is afterwards. */
export type AlertFact =
  | { readonly type: 'raised' | 'signal-added' | 'signal-withdrawn'; readonly alert: Alert }
  | { readonly type: 'rerouted'; readonly alert: Alert; readonly previousRecipientId: string | null }
  | { readonly type: 'acknowledged'; readonly alert: Alert; readonly by: string }
  | { readonly type: 'resolved'; readonly alert: Alert; readonly resolution: Resolution };

/** The highest severity among the signals that still stand; of all of them when none does. */
export function severityOf(signals: readonly Signal[]): Severity {
  const standing = signals.filter((signal) => !signal.withdrawn);
  const counted = standing.length > 0 ? standing : signals;
  return counted.reduce<Severity>(
    (highest, { severity }) => (graver(severity, highest) ? severity : highest),
    'low',
  );
}

export const graver = (one: Severity, other: Severity) => severities.indexOf(one) > severities.indexOf(other);
