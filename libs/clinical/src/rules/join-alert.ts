import { severities, type Concern, type Severity } from './rule.ts';

/** Everything that the rules say about one score: its severity is the highest of them. */
export interface SignallingScore {
  readonly index: number;
  readonly severity: Severity;
  readonly rules: readonly string[];
  readonly reason: string;
}

/** An alert as the platform raises it: it stays open, and later scores that signal meanwhile join it. */
export interface RaisedAlert {
  readonly concern: Concern;
  /** The highest so far. */
  readonly severity: Severity;
  /** Of every score in it. */
  readonly rules: readonly string[];
  /** What was seen in the first score. */
  readonly reason: string;
  /** How many scores signalled while it was open, the first included. */
  readonly scores: number;
}

export const beginAlert = (concern: Concern, { severity, rules, reason }: SignallingScore): RaisedAlert => ({
  concern,
  severity,
  rules,
  reason,
  scores: 1,
});

/** The alert with one more score in it. */
export function joinAlert<Alert extends RaisedAlert>(alert: Alert, joining: SignallingScore): Alert {
  const isGraver = severities.indexOf(joining.severity) > severities.indexOf(alert.severity);
  return {
    ...alert,
    severity: isGraver ? joining.severity : alert.severity,
    rules: [...new Set([...alert.rules, ...joining.rules])],
    scores: alert.scores + 1,
  };
}
