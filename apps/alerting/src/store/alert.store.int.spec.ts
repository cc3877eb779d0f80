import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrate, type Transaction } from '@attune/platform';
import { testDatabase, type TestDatabase } from '@attune/testing';
import pg from 'pg';
import { v7 as newId } from 'uuid';
import type { Alert, AlertFact } from '../domain/alert/alert.ts';
import { acknowledge, addSignal } from '../domain/alert/change-alert.ts';
import { recordScores, standingSignals } from '../domain/series/record-scores.ts';
import { reviewWhole } from '../domain/series/review-series.ts';
import type { ScorePoint } from '../domain/series/score-series.ts';
import { findAlert, saveAlerts, updateAlert } from './alert.store.ts';
import { lockClient, readPoints, recordPoints, voidPoints } from './client-state.store.ts';
import { migrations } from './migrations/index.ts';
import { plainRules } from '../test-stack/plain-rules.ts';

const now = new Date('2026-11-23T10:00:00.000Z');
const instrument = { url: 'https://attune.example/instruments/attune-alliance-check-in', version: '1.0.0' };
let database: TestDatabase;
let clients: pg.Client[];
let clientId: string;

/** What was sent without waiting, for a test that wants to know how it went. */
let sent: Promise<unknown> = Promise.resolve();
const over = (client: pg.Client) =>
  ({
    query: async (sql: string, params: unknown[] = []) => (await client.query(sql, params)).rows,
    send: (sql: string, params: unknown[] = []) => {
      sent = client.query(sql, params);
      sent.catch(() => undefined);
    },
  }) as unknown as Transaction;
async function save(facts: readonly AlertFact[], before: readonly Alert[] = []) {
  saveAlerts(tx(), facts, before);
  await sent;
}
const tx = () => over(clients[0]!);
function point(value: number, days: number): ScorePoint {
  const at = new Date(now.getTime() - days * 86_400_000);
  return { responseId: newId(), instrument, scale: 'total', value, answeredAt: at, submittedAt: at };
}
const force = { ruleSet: 'attune-default@1', rules: plainRules.rules, earlier: new Map() };
const route = { recipientId: null, watcherIds: [newId()], routeChangesAt: now };
async function arrive(...points: ScorePoint[]) {
  const state = await recordPoints(tx(), clientId, instrument.url, points, now);
  const known = await readPoints(tx(), clientId, instrument.url);
  const review = reviewWhole(force, { points: known, standing: standingSignals(state.alerts) }, now);
  const facts = recordScores({ clientId, alerts: state.alerts, route }, review, now, newId);
  await save(facts, state.alerts);
  return facts;
}

beforeAll(async () => {
  database = await testDatabase('alerting');
  await migrate(database.ownerUrl, 'alerting', migrations);
  clients = [1, 2].map(() => new pg.Client({ connectionString: database.workerUrl }));
  await Promise.all(clients.map((client) => client.connect()));
});
beforeEach(() => {
  clientId = newId();
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await database.drop();
});

describe('alerts in the database', () => {
  it('come back as they were written', async () => {
    const [fact] = await arrive(point(50, 7), point(30, 0));
    expect(await findAlert(tx(), fact!.alert.alertId)).toEqual(fact!.alert);
  });

  it('take a further signal', async () => {
    await arrive(point(34, 7));
    const [fact] = await arrive(point(33, 0));
    expect(fact).toMatchObject({ type: 'signal-added', alert: { version: 2 } });
    expect((await findAlert(tx(), fact!.alert.alertId))?.signals).toHaveLength(2);
  });

  it('are refused when a second one is open for the same concern', async () => {
    const [fact] = await arrive(point(30, 0));
    const second = { ...fact!, alert: { ...fact!.alert, alertId: newId(), signals: [] } };
    await expect(save([second])).rejects.toMatchObject({
      code: '23505',
      constraint: 'alert_one_open',
    });
  });

  it('are refused when a rule speaks twice about one response', async () => {
    const [fact] = await arrive(point(30, 0));
    const again = addSignal(fact!.alert, { ...fact!.alert.signals[0]!, signalId: newId() }, now, now);
    await expect(save([again])).rejects.toMatchObject({
      code: '23505',
      constraint: 'alert_signal_once',
    });
  });

  it('are written by the first of two who read the same version', async () => {
    const [fact] = await arrive(point(30, 0));
    const one = acknowledge(fact!.alert, newId(), now).alert;
    expect(await updateAlert(tx(), one, 1)).toBe(true);
    expect(await updateAlert(tx(), { ...one, acknowledgement: { by: newId(), at: now } }, 1)).toBe(false);
    expect((await findAlert(tx(), one.alertId))?.acknowledgement?.by).toBe(one.acknowledgement?.by);
  });

  it('lose the signals of a voided response, however long ago they were closed', async () => {
    const low = point(30, 0);
    await arrive(low);
    await tx().query(
      `UPDATE alert SET status = 'resolved', outcome = 'discussed', resolved_at = $2, changed_at = '2020-01-01' WHERE client_id = $1`,
      [clientId, now],
    );
    const state = await voidPoints(tx(), clientId, instrument.url, low.responseId, now);
    expect(await readPoints(tx(), clientId, instrument.url)).toEqual([]);
    expect(state.alerts).toHaveLength(1);
  });
});

it('lets one writer at a time change the alerts of a client, and shows the next what the first has done', async () => {
  const [first, second] = clients as [pg.Client, pg.Client];
  await Promise.all([first.query('BEGIN'), second.query('BEGIN')]);
  lockClient(over(first), clientId);
  await sent;
  lockClient(over(second), clientId);
  const waiting = readPoints(over(second), clientId, instrument.url);
  const low = point(30, 0);
  await recordPoints(over(first), clientId, instrument.url, [low], now);
  await first.query('COMMIT');
  expect((await waiting).map(({ responseId }) => responseId)).toEqual([low.responseId]);
  await second.query('COMMIT');
});
