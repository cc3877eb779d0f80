import type { DetectorKind, Direction, Severity } from '@attune/clinical';

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

/** What a client's coming and answering says: several requests unanswered, or several sessions missed, in a row. */
export interface AttendanceSignal {
  readonly signalId: string;
  readonly rule: string;
  readonly kind: 'silence' | 'missed-sessions';
  readonly severity: Severity;
  /** The request or session that completed the row. */
  readonly subjectId: string;
  readonly count: number;
  /** When the first of the row was. */
  readonly since: Date;
  readonly detectedAt: Date;
  readonly withdrawn: boolean;
}
