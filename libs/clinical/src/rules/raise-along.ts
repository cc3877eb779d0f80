import type { Detection, Evidence } from '../detection/detection.ts';
import { explain, inOneBreath } from './explain.ts';
import { beginAlert, joinAlert, type RaisedAlert, type SignallingScore } from './join-alert.ts';
import { severities, type Concern, type Rule, type Severity } from './rule.ts';
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

/** A rule that has too few scores yet to say anything about the newest one. */
export interface WaitingRule {
  readonly rule: string;
  /** How many scores it takes, the newest included. */
  readonly needed: number;
}

/** An alert along one series; `index` is the place of its first score. */
export type AlertAlong = RaisedAlert & { readonly index: number };

/**
 * What rules would have said along one series as it grew: each score is looked at as it was when it was the newest. When
 * somebody would have answered an alert nobody can know: it is taken to be over with the first score that no rule about
 * its concern speaks about.
 * @throws InvalidOption when a parameter of a detector lies outside of its range
 */
export function raiseAlong(
  rules: readonly Rule[],
  scores: readonly number[],
): {
  readonly signals: readonly RuleSignal[];
  readonly signalling: readonly SignallingScore[];
  readonly alerts: readonly AlertAlong[];
  readonly waiting: readonly WaitingRule[];
} {
  const watched = rules.map((rule) => {
    const detections = watchAll(rule, scores)[1];
    return {
      rule,
      detections,
      said: detections.flatMap((detection, index) => signalOf(rule, detection, index)),
    };
  });
  const concerns = Map.groupBy(watched, ({ rule }) => rule.concern);
  const alerts = [...concerns].flatMap(([concern, some]) => alertsOf(concern, signallingOf(inOrder(some))));
  const signals = inOrder(watched);
  return {
    signals,
    signalling: signallingOf(signals),
    alerts: alerts.toSorted((one, other) => one.index - other.index),
    waiting: watched.flatMap(({ rule, detections }) => waitingFor(rule, detections.at(-1))),
  };
}

const inOrder = (watched: readonly { readonly said: readonly RuleSignal[] }[]): RuleSignal[] =>
  watched.flatMap(({ said }) => said).toSorted((one, other) => one.index - other.index);

const signallingOf = (signals: readonly RuleSignal[]): SignallingScore[] =>
  [...Map.groupBy(signals, ({ index }) => index).values()].map(together);

function alertsOf(concern: Concern, signalling: readonly SignallingScore[]): AlertAlong[] {
  const alerts: AlertAlong[] = [];
  let before: number | undefined;
  for (const score of signalling) {
    const open = before === score.index - 1 ? alerts.pop() : undefined;
    alerts.push(open ? joinAlert(open, score) : { index: score.index, ...beginAlert(concern, score) });
    before = score.index;
  }
  return alerts;
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

function together(signals: readonly RuleSignal[]): SignallingScore {
  const grades = signals.map(({ severity }) => severities.indexOf(severity));
  return {
    index: signals[0]?.index ?? 0,
    severity: severities[Math.max(...grades)] ?? 'low',
    rules: signals.map(({ rule }) => rule),
    reason: `The score ${inOneBreath(signals.map(({ reason }) => reason))}.`,
  };
}
