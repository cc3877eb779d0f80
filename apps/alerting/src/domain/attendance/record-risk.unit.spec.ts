import { describe, expect, it } from '@jest/globals';
import { deriveRoute, routeOf } from '../alert/derive-route.ts';
import { refutedRisk, reviewRisk } from './record-risk.ts';
import { recordScores } from '../series/record-scores.ts';
import type { Alert } from '../alert/alert.ts';

const now = new Date('2026-11-23T10:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const risk = (days = 0, responseId = 'r1') => ({
  responseId,
  instrument: { url: 'https://attune.example/instruments/phq-9', version: '1.1.0' },
  items: 1,
  answeredAt: daysAgo(days),
  submittedAt: now,
});
const route = deriveRoute([], now);
let id = 0;
const raise = (alerts: Alert[], ...args: Parameters<typeof risk>) =>
  recordScores(
    { clientId: 'c', alerts, route },
    reviewRisk(alerts, risk(...args), now),
    now,
    () => `id-${++id}`,
  );

describe('a flagged risk', () => {
  it('raises an alert of its own, of the gravest kind, that keeps the answer to itself', () => {
    const [fact] = raise([]);
    expect(fact).toMatchObject({ type: 'raised', alert: { concern: 'safety', severity: 'high' } });
    expect(fact!.alert.signals).toMatchObject([{ rule: 'risk-item', scale: 'risk', value: 1, threshold: 1 }]);
  });

  it('joins the open safety alert and no other, once for each response', () => {
    const { alert } = raise([])[0]!;
    const alliance = { ...alert, alertId: 'other', concern: 'alliance' } as const;
    expect(raise([{ ...alliance, signals: [] }], 0, 'r2')[0]?.type).toBe('raised');
    expect(raise([alert], 0, 'r2')[0]).toMatchObject({
      type: 'signal-added',
      alert: { alertId: alert.alertId },
    });
    expect(raise([alert], 0, 'r1')).toEqual([]);
  });

  it.each(['acknowledged', 'in-progress'] as const)('opens one again that is %s', (status) => {
    const { alert } = raise([])[0]!;
    const taken = { ...alert, status, acknowledgement: { by: 'anna', at: now } };
    expect(raise([taken], 0, 'r2')[0]).toMatchObject({
      type: 'signal-added',
      alert: { status: 'open', acknowledgement: null },
    });
  });

  it('of several weeks ago is history', () => {
    expect(raise([], 14)).toHaveLength(1);
    expect(raise([], 15)).toEqual([]);
  });

  it('that is withdrawn takes its signals along, and no others', () => {
    const { alert } = raise([])[0]!;
    expect(refutedRisk([alert], 'r1')).toEqual(alert.signals);
    expect(refutedRisk([alert], 'r2')).toEqual([]);
  });
});

describe('a safety alert', () => {
  it('goes to the clinic lead where nobody treats the client, and only then', () => {
    expect(routeOf(route, 'safety', ['lead-b', 'lead-a']).recipientId).toBe('lead-a');
    expect(routeOf(route, 'alliance', ['lead-a']).recipientId).toBeNull();
    expect(routeOf({ ...route, recipientId: 'therapist' }, 'safety', ['lead-a']).recipientId).toBe(
      'therapist',
    );
    expect(routeOf(route, 'safety', []).recipientId).toBeNull();
  });
});
