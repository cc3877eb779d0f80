import { expect, it } from '@jest/globals';
import type { Alert, AlertFact } from '../alert/alert.ts';
import { reroute } from '../alert/change-alert.ts';
import { deriveRoute, type CareRelationship } from '../alert/derive-route.ts';
import { recordScores, standingSignals } from './record-scores.ts';
import { reviewWhole } from './review-series.ts';
import { ruleSetKey, type RulesInForce } from './rules-in-force.ts';
import type { ScorePoint } from './score-series.ts';
import { plainRules } from '../../test-stack/plain-rules.ts';

const now = new Date('2026-11-23T10:00:00Z');
const force: RulesInForce = {
  ruleSet: ruleSetKey(plainRules),
  rules: plainRules.rules,
  earlier: new Map(),
};
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const instrument = { url: 'https://attune.example/instruments/attune-alliance-check-in', version: '1.0.0' };

type Event =
  { readonly relationship: CareRelationship } | { readonly scored: ScorePoint } | { readonly voided: string };

const relationship = (
  staffId: string,
  kind: CareRelationship['kind'],
  from: number,
  to: number | null = null,
): Event => ({
  relationship: {
    careRelationshipId: `${staffId} ${kind}`,
    staffId,
    kind,
    from: daysAgo(from),
    to: to === null ? null : daysAgo(to),
  },
});
const scored = (value: number, days: number): Event => {
  const at = daysAgo(days);
  return {
    scored: { responseId: `r${days}`, instrument, scale: 'total', value, answeredAt: at, submittedAt: at },
  };
};

/** Each topic keeps its own order; between them every order is possible. */
const careRelationships = [
  relationship('first', 'primary', 300),
  relationship('supervisor', 'supervisor', 300),
  relationship('first', 'primary', 300, 30),
  relationship('second', 'primary', 30),
  relationship('stand-in', 'cover', 2),
];
const scores = [scored(50, 20), scored(33, 6), scored(48, 3), scored(30, 1), { voided: 'r6' }];

function* interleavings<T>(one: readonly T[], other: readonly T[]): Generator<T[]> {
  if (one.length === 0 || other.length === 0) return yield [...one, ...other];
  for (const rest of interleavings(one.slice(1), other)) yield [one[0]!, ...rest];
  for (const rest of interleavings(one, other.slice(1))) yield [other[0]!, ...rest];
}

function play(events: readonly Event[]) {
  const relationships = new Map<string, CareRelationship>();
  const points = new Map<string, ScorePoint>();
  const alerts = new Map<string, Alert>();
  let id = 0;
  const take = (facts: readonly AlertFact[]) =>
    facts.forEach(({ alert }) => alerts.set(alert.alertId, alert));
  const change = (voided?: string) => {
    const route = deriveRoute([...relationships.values()], now);
    const series = { points: [...points.values()], ...(voided === undefined ? {} : { voided }) };
    const client = { clientId: 'client', alerts: [...alerts.values()], route };
    const review = reviewWhole(force, { ...series, standing: standingSignals(client.alerts) }, now);
    take(recordScores(client, review, now, () => `id-${++id}`));
  };
  for (const event of events) {
    if ('relationship' in event) {
      relationships.set(event.relationship.careRelationshipId, event.relationship);
      const route = deriveRoute([...relationships.values()], now);
      const unresolved = [...alerts.values()].filter((alert) => alert.status !== 'resolved');
      take(unresolved.flatMap((alert) => reroute(alert, route, now) ?? []));
    } else if ('scored' in event) {
      points.set(event.scored.responseId, event.scored);
      change();
    } else {
      points.delete(event.voided);
      change(event.voided);
    }
  }
  return [...alerts.values()].map(({ concern, status, severity, recipientId, watcherIds, signals }) => ({
    concern,
    status,
    severity,
    recipientId,
    watcherIds,
    signals: signals.map(({ rule, responseId, withdrawn }) => [rule, responseId, withdrawn].join(' ')),
  }));
}

it('ends in the same state in whatever order the topics arrive', () => {
  const expected = [
    {
      concern: 'alliance',
      status: 'open',
      severity: 'high',
      recipientId: 'stand-in',
      watcherIds: ['supervisor'],
      signals: [
        'alliance-below-cut-off r6 true',
        'alliance-fall-since-last r6 true',
        'alliance-below-cut-off r1 false',
        'alliance-fall-since-last r1 false',
      ],
    },
  ];
  let orders = 0;
  for (const events of interleavings<Event>(careRelationships, scores)) {
    expect(play(events)).toEqual(expected);
    orders += 1;
  }
  expect(orders).toBe(252);
});
