import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import { startService, type StartedService } from '@attune/testing';
import { CaseloadModule } from '../../caseload.module.ts';

let service: StartedService;
const ids = Array.from({ length: 4 }, () => randomUUID());
const [therapist, colleague, mine, theirs] = ids as [string, string, string, string];

const session = (client: string, by: string, at: string, status = 'booked') =>
  service.database.query(
    `INSERT INTO session VALUES (gen_random_uuid(), $1, $2, $3, $3::timestamptz + interval '50 min', 'Europe/Berlin', $4)`,
    [client, by, at, status],
  );
const request = (client: string, expires: string, state: string) =>
  service.database.query(
    `INSERT INTO client_request VALUES (gen_random_uuid(), $1, NULL, $2::timestamptz - interval '4 days', $2, $3)`,
    [client, expires, state],
  );
const alert = (recipient: string, minutes: number | null, repair: string | null) =>
  service.database.query(
    `INSERT INTO client_alert VALUES (gen_random_uuid(), $1, 'alliance', 'high', $2, $3, now() - interval '9 days',
       now() - interval '9 days' + $4 * interval '1 minute', $5)`,
    [mine, minutes === null ? 'open' : 'acknowledged', recipient, minutes, repair],
  );

beforeAll(async () => {
  service = await startService({ name: 'caseload', module: CaseloadModule });
  for (const [id, name, by] of [
    [mine, 'Mine', therapist],
    [theirs, 'Theirs', colleague],
  ] as const) {
    await service.database.query(
      `INSERT INTO client_entry (client_id, name, therapist_id, last_score_min, last_score_max, last_score, last_score_at, last_score_change,
         requests_due, requests_answered, attrition, factors, alerts, reassess_at)
       VALUES ($1, $2, $3, 12, 60, 31, now(), -9, 4, 3, 1,
         '[{"code":"falling-alliance","weight":1,"reason":"alliance fell by 9 since last time"}]',
         '[{"concern":"safety","severity":"high","status":"open"}]', NULL)`,
      [id, name, by],
    );
    await service.care(id, by, 'primary');
  }
  await service.database.query('INSERT INTO staff VALUES ($1, $2), ($3, $4)', [
    ...[therapist, 'Zoe Zander', colleague, 'Amir Adler'],
  ]);
}, 60_000);
afterAll(() => service.stop());

const get = (person: string, roles: Role[], path: string) => service.get(path, { as: { person, roles } });

describe('a day', () => {
  beforeAll(async () => {
    // The day that ends the summer time has 25 hours in Berlin.
    await session(mine, therapist, '2026-10-24T22:30:00Z');
    await session(mine, therapist, '2026-10-25T22:30:00Z', 'cancelled');
    await session(mine, therapist, '2026-10-25T23:30:00Z');
    await session(theirs, colleague, '2026-10-25T09:00:00Z');
    await request(mine, '2026-10-27T09:00:00Z', 'open');
    await request(mine, '2026-10-22T09:00:00Z', 'expired');
    await request(mine, '2026-10-10T09:00:00Z', 'expired');
    await request(mine, '2026-10-22T10:00:00Z', 'not-reached');
    await request(theirs, '2026-10-26T09:00:00Z', 'open');
  });
  const path = '/day?date=2026-10-25&zone=Europe/Berlin';

  it('is that of the zone, with what each client last said', async () => {
    const { status, body } = await get(therapist, ['therapist'], path);
    expect([status, body.sessions.map(({ startsAt }: { startsAt: string }) => startsAt)]).toEqual([
      200,
      ['2026-10-24T22:30:00.000Z', '2026-10-25T22:30:00.000Z'],
    ]);
    expect(body.sessions[0]).toMatchObject({
      ...{ client: { id: mine, name: 'Mine' }, therapist: { name: 'Zoe Zander' }, answered: false },
      ...{ lastScore: { value: 31, change: -9 }, openAlerts: { count: 1, highest: 'high', safety: true } },
      ...{
        requests: { due: 4, answered: 3 },
        attrition: { order: 1, factors: [{ code: 'falling-alliance' }] },
      },
    });
    expect([body.open.length, body.unanswered.length]).toEqual([1, 1]);
  });

  it('shows operations everybody, a therapist nobody else’s clients, and others nothing', async () => {
    const everybody = await get(randomUUID(), ['operations'], path);
    expect([everybody.body.sessions.length, everybody.body.open.length]).toEqual([3, 2]);
    const one = await get(randomUUID(), ['operations'], `${path}&therapistId=${colleague}`);
    expect([one.body.sessions.length, one.body.open.length]).toEqual([1, 1]);
    const foreign = await get(therapist, ['therapist'], `${path}&therapistId=${colleague}`);
    expect([foreign.body.sessions, foreign.body.open]).toEqual([[], []]);
    expect((await get(randomUUID(), ['therapist'], path)).body.sessions).toEqual([]);
    for (const role of ['admin', 'integrator'] as const) {
      expect((await get(randomUUID(), [role], path)).status).toBe(403);
    }
  });

  it('knows neither made-up zones nor days', async () => {
    for (const query of ['zone=Europe/Atlantis', 'date=2026-02-30', 'date=tomorrow']) {
      expect((await get(therapist, ['therapist'], `/day?${query}`)).status).toBe(400);
    }
  });

  it('writes down about whom somebody has read', async () => {
    const reader = randomUUID();
    await get(reader, ['operations'], path);
    const [entry] = await service.audited(reader);
    expect([entry?.action, new Set(entry?.client_ids)]).toEqual(['view-day', new Set([mine, theirs])]);
  });
});

describe('the therapists', () => {
  it('stand by name with what they carry; nothing is a rank', async () => {
    await alert(therapist, 10, 'repaired');
    await alert(therapist, 30, 'not-repaired');
    await alert(therapist, null, null);
    const { status, body } = await get(randomUUID(), ['clinic-lead'], '/therapists');
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { name: 'Amir Adler', clients: 1, alerts: 0, medianSeconds: null, repaired: 0 },
      {
        ...{ name: 'Zoe Zander', clients: 1, waitingAlerts: 1, alerts: 3, acknowledged: 2 },
        ...{ medianSeconds: 1200, requestsDue: 4, requestsAnswered: 3, repaired: 1, notRepaired: 1 },
      },
    ]);
  });

  it.each<Role>(['therapist', 'supervisor', 'admin', 'integrator'])('are not shown to %s', async (role) => {
    expect((await get(therapist, [role], '/therapists')).status).toBe(403);
  });
});
