import { describe, expect, it } from '@jest/globals';
import { plainRules } from '../../test-stack/plain-rules.ts';
import type { Alert } from '../alert/alert.ts';
import { resolve } from '../alert/change-alert.ts';
import { followRepairs, recount, watchFrom } from './follow-repairs.ts';
import { recordScores } from './record-scores.ts';
import { reviewWhole } from './review-series.ts';
import { ruleSetKey } from './rules-in-force.ts';
import type { ScorePoint } from './score-series.ts';

const now = new Date('2026-11-23T10:00:00Z');
const force = { ruleSet: ruleSetKey(plainRules), rules: plainRules.rules, earlier: new Map() };
const instrument = { url: 'https://attune.example/instruments/attune-alliance-check-in', version: '1.0.0' };
const point = (value: number, days: number): ScorePoint => {
  const at = new Date(now.getTime() - days * 86_400_000);
  return {
    responseId: `${value}@${days}`,
    instrument,
    scale: 'total',
    value,
    answeredAt: at,
    submittedAt: at,
  };
};
const before = [point(50, 40), point(52, 33), point(48, 26)];
const rupture = point(34, 10);

const route = { recipientId: 't', watcherIds: [], routeChangesAt: null };

/** The alert that the rupture raises in a client whose usual score is 50, give or take 2. */
function ruptured(): Alert {
  const points = [...before, rupture];
  const review = reviewWhole(force, { points, standing: [] }, now);
  let id = 0;
  const [fact] = recordScores({ clientId: 'c', alerts: [], route }, review, now, () => `id-${++id}`);
  return watchFrom(fact!, points).alert;
}
const nothing = { found: [], refuted: [] };
const follow = (alert: Alert, ...arriving: ScorePoint[]) => followRepairs([alert], arriving, nothing, 3, now);
/** What the rules say about a score, added to the alert; its watch has counted the score before. */
const signalled = (alert: Alert, { responseId, value }: ScorePoint) => {
  const { withdrawn: _w, signalId: _i, ...first } = alert.signals[0]!;
  const signal = { ...first, responseId, value, withdrawn: false };
  const found = [{ concern: 'alliance' as const, submittedAt: now, signal }];
  const [fact] = recordScores(
    { clientId: 'c', alerts: [alert], route },
    { found, refuted: [] },
    now,
    () => responseId,
  );
  return { found, fact: watchFrom(fact!, [...before, rupture]) };
};
/** One more score about which the rules say again that it is a rupture. */
function again(alert: Alert, score: ScorePoint) {
  const { found } = signalled(alert, score);
  const { facts, counted } = followRepairs([alert], [score], { found, refuted: [] }, 3, now);
  const after = facts[0]?.alert ?? counted[0] ?? alert;
  return { facts, alert: signalled(after, score).fact.alert };
}

describe('after a rupture', () => {
  it('the client is to come back to what was usual before it', () => {
    expect(ruptured().repair).toEqual({
      status: 'watching',
      scores: 0,
      target: 48,
      direction: 'higher-is-better',
      ruptureId: ruptured().signals.at(-1)!.signalId,
    });
  });

  it('a score that is back says so, once', () => {
    const { facts } = follow(ruptured(), point(48, 3));
    expect(facts).toMatchObject([
      { type: 'repair-observed', alert: { repair: { status: 'repaired', scores: 1 } } },
    ]);
    expect(follow(facts[0]!.alert, point(30, 1))).toEqual({ facts: [], counted: [] });
  });

  it('scores that are not back are counted, and the last that was given says that it is not repaired', () => {
    const first = follow(ruptured(), point(40, 6));
    expect(first).toMatchObject({ facts: [], counted: [{ repair: { scores: 1 } }] });
    const rest = follow(first.counted[0]!, point(41, 5), point(42, 4));
    expect(rest.facts).toMatchObject([{ alert: { repair: { status: 'not-repaired', scores: 3 } } }]);
  });

  it('a closed alert is watched on, unless there was no rupture', () => {
    const closed = (outcome: 'discussed' | 'not-a-rupture') =>
      resolve(ruptured(), 't', { outcome }, now).alert;
    expect(follow(closed('discussed'), point(49, 3)).facts).toHaveLength(1);
    expect(follow(closed('not-a-rupture'), point(49, 3))).toEqual({ facts: [], counted: [] });
  });

  it('scores of other instruments say nothing', () => {
    const other = {
      ...point(60, 3),
      instrument: { url: 'https://attune.example/instruments/phq-9', version: '1' },
    };
    expect(follow(ruptured(), other)).toEqual({ facts: [], counted: [] });
  });

  it('a late answer is counted in its place', () => {
    const alert = follow(ruptured(), point(40, 2)).counted[0]!;
    const series = [...before, rupture, point(40, 2), point(41, 6), point(39, 4)];
    expect(recount([alert], series, nothing, 3, now).facts).toMatchObject([
      { alert: { repair: { status: 'not-repaired', scores: 3 } } },
    ]);
    expect(recount([alert], [...series, point(47, 20)], nothing, 3, now).facts).toHaveLength(1);
  });

  it('a score that is a rupture again is not back, and the last of them says that it is not repaired', () => {
    const first = again(ruptured(), point(34, 8));
    expect(first.alert.repair).toMatchObject({ status: 'watching', scores: 1, target: 48 });
    // By its value it is back, but a rule says otherwise.
    const second = again(first.alert, point(49, 6));
    expect(second.alert.repair).toMatchObject({ status: 'watching', scores: 2 });
    const third = again(second.alert, point(34, 4));
    expect(third.facts).toMatchObject([{ type: 'repair-observed', alert: { repair: { scores: 3 } } }]);
    expect(third.alert.repair).toMatchObject({ status: 'not-repaired', scores: 3 });
    expect(again(third.alert, point(34, 2)).alert.repair).toMatchObject({
      status: 'not-repaired',
      scores: 3,
    });
  });

  it('a rupture after the repair is a new one, with a count of its own', () => {
    const repaired = follow(ruptured(), point(50, 6)).facts[0]!.alert;
    const anew = again(repaired, point(34, 4)).alert;
    expect(anew.repair).toMatchObject({ status: 'watching', scores: 0, target: 48 });
    expect(anew.repair?.ruptureId).toBe('34@4');
    const whole = [...before, rupture, point(50, 6), point(34, 4), point(40, 3)];
    const { counted } = recount([anew], whole, nothing, 3, now);
    expect(counted).toMatchObject([{ repair: { status: 'watching', scores: 1 } }]);
  });

  it('is counted again in the same way, without what was taken back', () => {
    const { alert } = again(again(ruptured(), point(34, 8)).alert, point(34, 6));
    expect(alert.repair).toMatchObject({ scores: 2 });
    const rest = [...before, rupture, point(34, 6)];
    const refuted = alert.signals.filter(({ responseId }) => responseId === '34@8');
    const { counted } = recount([alert], rest, { found: [], refuted }, 3, now);
    expect(counted).toMatchObject([{ repair: { status: 'watching', scores: 1 } }]);
    expect(recount([alert], [...before, rupture], nothing, 3, now).counted).toMatchObject([
      { repair: { scores: 0 } },
    ]);
  });
});
