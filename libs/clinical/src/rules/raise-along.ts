import type { Detection, Evidence } from '../detection/detection.ts';
import { explain, inOneBreath } from './explain.ts';
import { severities, type Rule, type Severity } from './rule.ts';
import { watchAll } from './watch.ts';

/** One rule that speaks about one score. */
export interface RuleSignal {
  /** Zero-based place of the score in the series. */
  readonly index: number;
  readonly rule: string;
  readonly severity: Severity;
  /** The predicate of a sentence with the numbers in it. */
  readonly reason: string;
  readonly evidence: Evidence;
}

/** Everything that the rules say about one score: its severity is the highest of them. */
export interface RaisedAlert {
  readonly index: number;
  readonly severity: Severity;
  readonly rules: readonly string[];
  readonly reason: string;
}

/**
 * What rules would have said along one series as it grew: each score is looked at as it was when it was the newest.
 * @throws InvalidOption when a parameter of a detector lies outside of its range
 */
export function raiseAlong(
  rules: readonly Rule[],
  scores: readonly number[],
): { readonly signals: readonly RuleSignal[]; readonly alerts: readonly RaisedAlert[] } {
  const signals = rules
    .flatMap((rule) => {
      const [, detections] = watchAll(rule, scores);
      return detections.flatMap((detection, index) => signalOf(rule, detection, index));
    })
    .toSorted((one, other) => one.index - other.index);
  const byIndex = Map.groupBy(signals, ({ index }) => index);
  return { signals, alerts: [...byIndex.values()].map(alertOf) };
}

function signalOf(rule: Rule, detection: Detection, index: number): RuleSignal[] {
  if (detection.outcome !== 'signal') return [];
  const { evidence } = detection;
  const { code, severity, direction, detector } = rule;
  const reason = explain({ detector: detector.kind, direction, evidence });
  return [{ index, rule: code, severity, reason, evidence }];
}

function alertOf(signals: readonly RuleSignal[]): RaisedAlert {
  const grades = signals.map(({ severity }) => severities.indexOf(severity));
  return {
    index: signals[0]?.index ?? 0,
    severity: severities[Math.max(...grades)] ?? 'low',
    rules: signals.map(({ rule }) => rule),
    reason: `The score ${inOneBreath(signals.map(({ reason }) => reason))}.`,
  };
}
