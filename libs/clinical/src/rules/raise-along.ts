import type { Detection, Evidence } from '../detection/detection.ts';
import { explain, inOneBreath } from './explain.ts';
import { severities, type Rule, type Severity } from './rule.ts';
import { startWatch, watchAll, watchNext } from './watch.ts';

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

/** A rule that has too few scores yet to say anything about the newest one. */
export interface WaitingRule {
  readonly rule: string;
  /** How many scores it takes, the newest included. */
  readonly needed: number;
}

/**
 * What rules would have said along one series as it grew: each score is looked at as it was when it was the newest.
 * @throws InvalidOption when a parameter of a detector lies outside of its range
 */
export function raiseAlong(
  rules: readonly Rule[],
  scores: readonly number[],
): {
  readonly signals: readonly RuleSignal[];
  readonly alerts: readonly RaisedAlert[];
  readonly waiting: readonly WaitingRule[];
} {
  const watched = rules.map((rule) => ({ rule, detections: watchAll(rule, scores)[1] }));
  const signals = watched
    .flatMap(({ rule, detections }) =>
      detections.flatMap((detection, index) => signalOf(rule, detection, index)),
    )
    .toSorted((one, other) => one.index - other.index);
  const byIndex = Map.groupBy(signals, ({ index }) => index);
  const waiting = watched.flatMap(({ rule, detections }) => waitingFor(rule, detections.at(-1)));
  return { signals, alerts: [...byIndex.values()].map(alertOf), waiting };
}

/** Without any score every rule waits, and what it needs is what it says about a first one. */
function waitingFor(rule: Rule, newest: Detection | undefined): WaitingRule[] {
  const detection = newest ?? watchNext(rule, startWatch(rule), 0)[1];
  if (detection.outcome === 'insufficient-data') return [{ rule: rule.code, needed: detection.needed }];
  return newest ? [] : [{ rule: rule.code, needed: 1 }];
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
