import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, type Caller } from '@attune/testing';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';
import { ElapseAlertsSweep } from './elapse-alerts.sweep.ts';

let service: AlertingService;
let about: Awaited<ReturnType<AlertingService['treated']>>;
let alertId: string;
beforeAll(async () => {
  service = await alertingService();
}, 90_000);
afterAll(() => service.stop());
beforeEach(async () => {
  about = await service.treated();
  alertId = await service.alertAbout(about.client);
});
afterEach(() => service.moveClock(0));

const day = 86_400_000;
const sweep = () => service.app.get(ElapseAlertsSweep).sweep();
const read = async (as: Caller = about.therapist) => (await service.get(`/alerts/${alertId}`, { as })).body;
const acknowledge = (as: Caller) => service.post(`/alerts/${alertId}/acknowledge`, { as, match: '*' });
const types = async (client = about.client) =>
  (await service.published(client)).map(({ type }) => type.split('.').at(2)?.replace('alert-', ''));

describe('an alert that nobody acknowledges', () => {
  it('goes to the supervisor, who may answer it then, and at last to the clinic lead', async () => {
    expect((await acknowledge(about.supervisor)).status).toBe(403);
    await service.moveClock(4 * day);
    await sweep();
    expect(await read()).toMatchObject({ status: 'open', escalation: { level: 'supervisor' } });
    const lead = someone('clinic-lead');
    expect((await acknowledge(lead)).status).toBe(403);
    await service.moveClock(8 * day);
    await sweep();
    expect(await read()).toMatchObject({ escalation: { level: 'clinic-lead' }, acknowledgeBy: null });
    await service.moveClock(20 * day);
    await sweep();
    expect(await types()).toEqual(['raised', 'escalated', 'escalated']);
    const waiting = await service.get('/alerts?escalated=true', { as: lead });
    expect(waiting.body.items.map((item: { alertId: string }) => item.alertId)).toContain(alertId);
    expect((await acknowledge(someone('supervisor'))).status).toBe(404);
    expect((await acknowledge(about.supervisor)).body.status).toBe('acknowledged');
  });

  it('may be answered by the clinic lead to whom it has come, with a note', async () => {
    await service.moveClock(4 * day);
    await sweep();
    await service.moveClock(8 * day);
    await sweep();
    const as = someone('clinic-lead');
    const body = { outcome: 'other', note: 'Handed over.' };
    const closed = await service.post(`/alerts/${alertId}/resolve`, { as, match: '*', body });
    expect(closed).toMatchObject({
      status: 200,
      body: { status: 'resolved', notes: [{ text: 'Handed over.' }] },
    });
  });

  it('stays where it is once somebody has', async () => {
    await acknowledge(about.therapist);
    await service.moveClock(20 * day);
    await sweep();
    expect(await types()).toEqual(['raised', 'acknowledged']);
  });
});

it('an alert that was put off waits again when the time has come', async () => {
  const body = { until: new Date(Date.now() + 2 * day).toISOString() };
  await service.post(`/alerts/${alertId}/snooze`, { as: about.therapist, match: '*', body });
  await service.moveClock(day);
  await sweep();
  expect((await read()).status).toBe('acknowledged');
  await service.moveClock(2 * day);
  await sweep();
  expect(await read()).toMatchObject({ status: 'open', snoozedUntil: null });
  expect(await types()).toEqual(['raised', 'snoozed', 'reopened']);
});

describe('ten thousand alerts whose time comes at once', () => {
  const many = 10_000;
  const raise = `
    INSERT INTO alert (alert_id, client_id, concern, severity, status, watcher_ids, version, raised_at, changed_at,
      acknowledge_by)
    SELECT gen_random_uuid(), gen_random_uuid(), 'alliance', 'high', 'open', '{}', 1, now(), now(), now()
    FROM generate_series(1, $1)`;
  const told = () =>
    service.database.query<{ version: number; alerts: number; told: number }>(
      `SELECT alert.version, count(DISTINCT alert_id)::int AS alerts, count(outbox.id)::int AS told
       FROM alert LEFT JOIN outbox ON outbox.key = alert.client_id::text
       WHERE alert.watcher_ids = '{}' AND alert.recipient_id IS NULL GROUP BY 1 ORDER BY 1`,
    );

  it('all go up once, also when the work was cut off in the middle', async () => {
    await service.database.query(raise, [many]);
    // The service's own look and this one share the work, as two instances would; both lose their connections.
    const working = sweep().catch(() => 'cut off');
    const done = () =>
      service.database.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM alert WHERE watcher_ids = '{}' AND escalation_level IS NOT NULL`,
      );
    await eventually(done, ([row]) => row!.n > many / 4, 60_000);
    await service.database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE usename LIKE '%_worker' AND datname = current_database()`);
    expect((await told()).map(({ version }) => version)).toEqual([1, 2]);
    await working;
    await sweep();
    // The other look may still be at its share.
    const end = await eventually(told, (rows) => rows.length === 1, 60_000);
    expect(end).toEqual([{ version: 2, alerts: many, told: many }]);
  }, 180_000);
});
