import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Alert } from '../alert/alert.ts';
import { acknowledge, resolve } from '../alert/change-alert.ts';
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
const instrument = { url: 'https://attune.example/instruments/attune-alliance-check-in', version: '1.0.0' };
const route = { recipientId: 'therapist', watcherIds: [], routeChangesAt: null };
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** A point whose name is its value and its age: `point(30, 7)` is `30@7`. */
function point(value: number, days: number): ScorePoint {
  const at = daysAgo(days);
  return {
    responseId: `${value}@${days}`,
    instrument,
    scale: 'total',
    value,
    answeredAt: at,
    submittedAt: at,
  };
}

let id = 0;
const newId = () => `id-${++id}`;
function record(points: ScorePoint[], alerts: Alert[] = [], voided?: string) {
  const series = { points, ...(voided === undefined ? {} : { voided }) };
  const review = reviewWhole(force, { ...series, standing: standingSignals(alerts) }, now);
  return recordScores({ clientId: 'client', alerts, route }, review, now, newId);
}
const told = (facts: ReturnType<typeof record>) => facts.map(({ type }) => type);
function raised(...points: ScorePoint[]): Alert {
  const [fact] = record(points);
  if (!fact) throw new Error('nothing was raised');
  return fact.alert;
}

beforeEach(() => {
  id = 0;
});

describe('a new score', () => {
  it('raises one alert with every signal, as grave as the gravest, for the recipient of now', () => {
    const facts = record([point(48, 7), point(30, 0)]);
    expect(told(facts)).toEqual(['raised']);
    expect(facts[0]?.alert).toMatchObject({
      severity: 'high',
      status: 'open',
      recipientId: 'therapist',
      version: 1,
    });
    expect(facts[0]?.alert.signals).toMatchObject([
      { rule: 'alliance-below-cut-off', responseId: '30@0', value: 30, threshold: 36, previous: null },
      { rule: 'alliance-fall-since-last', responseId: '30@0', value: 30, threshold: 8, previous: 48 },
    ]);
  });

  it('raises nothing when the alliance holds', () => {
    expect(record([point(48, 7), point(41, 0)])).toEqual([]);
  });

  it('raises nothing about other instruments', () => {
    const other = {
      ...point(12, 0),
      instrument: { url: 'https://attune.example/instruments/phq-9', version: '1.0.0' },
    };
    expect(record([other])).toEqual([]);
  });

  it('is judged by the order of the answers, not of the arrivals', () => {
    expect(record([point(30, 3), point(48, 10), point(47, 0)])).toEqual([]);
  });

  it.each([
    [14, ['raised']],
    [15, []],
  ])('of %s days ago gives %j', (days, expected) => {
    expect(told(record([point(30, days)]))).toEqual(expected);
  });

  it('joins the open alert and says so once', () => {
    const alert = raised(point(47, 14), point(38, 7));
    const facts = record([point(47, 14), point(38, 7), point(33, 0)], [alert]);
    expect(told(facts)).toEqual(['signal-added']);
    expect(facts[0]?.alert).toMatchObject({ alertId: alert.alertId, severity: 'high', version: 2 });
    expect(record([point(47, 14), point(38, 7), point(33, 0)], [facts[0]!.alert])).toEqual([]);
  });

  it('opens an acknowledged alert again when it is graver, and leaves it when it is not', () => {
    const medium = acknowledge(raised(point(47, 14), point(38, 7)), 'therapist', now).alert;
    expect(record([point(47, 14), point(38, 7), point(33, 0)], [medium])[0]?.alert.status).toBe('open');
    const high = acknowledge(raised(point(34, 7)), 'therapist', now).alert;
    expect(record([point(34, 7), point(33, 0)], [high])[0]?.alert.status).toBe('acknowledged');
  });

  it('raises a new alert when the last one was dealt with, but not about a score that was dealt with', () => {
    const closed = resolve(raised(point(34, 7)), 'therapist', { outcome: 'discussed' }, now).alert;
    expect(record([point(34, 7)], [closed])).toEqual([]);
    expect(told(record([point(34, 7), point(33, 0)], [closed]))).toEqual(['raised']);
  });
});

describe('a rule that wants the supervisor to look', () => {
  const supervised: RulesInForce = {
    ...force,
    rules: plainRules.rules.map((rule) => ({ ...rule, also: 'supervisor' as const })),
  };
  const withRules = (watcherIds: string[], alerts: Alert[], ...points: ScorePoint[]) => {
    const review = reviewWhole(supervised, { points, standing: standingSignals(alerts) }, now);
    return recordScores({ clientId: 'client', alerts, route: { ...route, watcherIds } }, review, now, newId);
  };

  it('takes the alert to them as it is raised, and it stays with the therapist too', () => {
    const facts = withRules(['supervisor'], [], point(30, 0));
    expect(told(facts)).toEqual(['raised', 'escalated']);
    expect(facts.at(-1)?.alert).toMatchObject({
      recipientId: 'therapist',
      escalation: { level: 'supervisor', at: now },
      version: 2,
    });
    expect(told(withRules(['supervisor'], [facts.at(-1)!.alert], point(30, 7), point(29, 0)))).toEqual([
      'signal-added',
    ]);
  });

  it('changes nothing where nobody supervises', () => {
    expect(told(withRules([], [], point(30, 0)))).toEqual(['raised']);
  });
});

describe('a score that arrives late', () => {
  it('raises nothing about itself', () => {
    expect(record([point(30, 5), point(37, 0)])).toEqual([]);
  });

  it('takes back a fall that was none', () => {
    const alert = raised(point(50, 10), point(40, 0));
    const facts = record([point(50, 10), point(44, 5), point(40, 0)], [alert]);
    expect(told(facts)).toEqual(['signal-withdrawn', 'resolved']);
    expect(facts.at(-1)).toMatchObject({
      resolution: { outcome: 'withdrawn', by: null },
      alert: { status: 'resolved' },
    });
  });

  it('shows that the newest score is a fall after all', () => {
    expect(told(record([point(41, 10), point(49, 5), point(40, 0)]))).toEqual(['raised']);
  });
});

describe('a voided response', () => {
  it('takes its signals with it and closes an alert that nothing else speaks for', () => {
    const alert = raised(point(48, 7), point(30, 0));
    const facts = record([point(48, 7)], [alert], '30@0');
    expect(told(facts)).toEqual(['signal-withdrawn', 'signal-withdrawn', 'resolved']);
    expect(facts.at(-1)?.alert.signals.every((signal) => signal.withdrawn)).toBe(true);
  });

  it('leaves the signals of other responses standing, at their own severity', () => {
    const alert = record(
      [point(47, 14), point(38, 7), point(33, 0)],
      [raised(point(47, 14), point(38, 7))],
    )[0]!.alert;
    const facts = record([point(47, 14), point(38, 7)], [alert], '33@0');
    expect(told(facts)).toEqual(['signal-withdrawn']);
    expect(facts[0]?.alert).toMatchObject({ status: 'open', severity: 'medium' });
  });

  it('is taken out of an alert that was closed, which stays closed', () => {
    const closed = resolve(raised(point(30, 0)), 'therapist', { outcome: 'discussed' }, now).alert;
    const facts = record([], [closed], '30@0');
    expect(told(facts)).toEqual(['signal-withdrawn']);
    expect(facts[0]?.alert).toMatchObject({ status: 'resolved', resolution: { outcome: 'discussed' } });
  });
});
