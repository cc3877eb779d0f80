import type { Submission } from '../stream/patient.ts';
import type { Rule } from '@attune/clinical';
import { expectedSignals } from './expected-signals.ts';
import { compareSets, doubled, type Finding, lost, reordered, tally } from './finding.ts';

export interface SeenSignal {
  readonly rule: string;
  readonly responseId: string;
  readonly value: number;
  readonly previous: number | null;
  readonly withdrawn: boolean;
}

/** A client as the API of each service shows it. */
export interface SeenClient {
  readonly clientId: string;
  /** The responses that are scored, by scoring; one entry for each score. */
  readonly scored: readonly string[];
  readonly alerts: readonly {
    readonly alertId: string;
    readonly concern: string;
    readonly status: string;
    readonly signals: readonly SeenSignal[];
  }[];
  /** From the caseload: the responses in the course, oldest first, and how many alerts are open. */
  readonly course: readonly string[];
  readonly openAlerts: number;
}

/** What is wrong with one client, given the responses in the order in which they were accepted. */
export function checkClient(
  seen: SeenClient,
  submissions: readonly Submission[],
  rules: readonly Rule[],
): Finding[] {
  const standing = submissions.filter(({ voided }) => !voided).map(({ responseId }) => responseId);
  return [
    ...compareSets(`scores of ${seen.clientId}`, standing, seen.scored),
    ...checkSignals(seen, submissions, rules),
    ...checkOpenAlerts(seen),
    ...compareSets(`course of ${seen.clientId}`, standing, seen.course),
    ...checkCourse(seen, standing),
  ];
}

const nameOf = ({ rule, responseId }: { rule: string; responseId: string }) => `${rule} of ${responseId}`;

function checkSignals(
  { clientId, alerts }: SeenClient,
  submissions: readonly Submission[],
  rules: readonly Rule[],
): Finding[] {
  const expected = expectedSignals(submissions, rules);
  const found = alerts.flatMap(({ signals }) => signals);
  const byName = new Map(found.map((signal) => [nameOf(signal), signal]));
  const wrong = expected.flatMap((signal): Finding[] => {
    const same = byName.get(nameOf(signal));
    if (!same) return [];
    const about = `signals of ${clientId}: ${nameOf(signal)}`;
    // The evidence tells which score alerting took for the one before.
    if (same.value !== signal.value || same.previous !== signal.previous)
      return [reordered(`${about} rests on ${same.previous} → ${same.value}`)];
    if (same.withdrawn === signal.withdrawn) return [];
    return [signal.withdrawn ? lost(`${about} was not taken back`) : doubled(`${about} was taken back`)];
  });
  return [...compareSets(`signals of ${clientId}`, expected.map(nameOf), found.map(nameOf)), ...wrong];
}

function checkOpenAlerts({ clientId, alerts, openAlerts }: SeenClient): Finding[] {
  const open = alerts.filter(({ status }) => status !== 'resolved');
  const concerns = tally(open.map(({ concern }) => concern));
  return [
    ...[...concerns]
      .filter(([, count]) => count > 1)
      .map(([concern, count]) => doubled(`${clientId} has ${count} open alerts about ${concern}`)),
    ...(openAlerts > open.length
      ? [doubled(`the caseload shows ${clientId} with ${openAlerts} open alerts`)]
      : []),
    ...(openAlerts < open.length ? [lost(`the caseload shows ${clientId} without its open alert`)] : []),
  ];
}

function checkCourse({ clientId, course }: SeenClient, standing: readonly string[]): Finding[] {
  const places = new Map(standing.map((responseId, place) => [responseId, place]));
  const order = course.flatMap((responseId) => places.get(responseId) ?? []);
  const sorted = order.toSorted((one, other) => one - other);
  return order.join() === sorted.join() ? [] : [reordered(`the course of ${clientId} is out of order`)];
}
