import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import { startService, type StartedService } from '@attune/testing';
import { CaseloadModule } from '../../caseload.module.ts';

let service: StartedService;
const [therapist, colleague] = [randomUUID(), randomUUID()];
const [supervisor, earlier] = [randomUUID(), randomUUID()];
const clients = Array.from({ length: 6 }, () => randomUUID());
const [mine, other] = [clients[0]!, clients[5]!];

const sql = (statement: string, params: unknown[]) => service.database.query(statement, params);
const session = (client: string, by: string, at: string, status: string) =>
  sql(
    `INSERT INTO session VALUES (gen_random_uuid(), $1, $2, $3, $3::timestamptz + interval '50 min', 'UTC', $4)`,
    [...[client, by, at, status]],
  );
const alert = (
  client: string,
  at: string,
  minutes: number | null,
  concern = 'alliance',
  repair: string | null = null,
) =>
  sql(
    `INSERT INTO client_alert VALUES (gen_random_uuid(), $1, $2, 'high', $3, NULL, $4::timestamptz,
       $4::timestamptz + $5 * interval '1 minute', $6, $4::timestamptz + interval '60 min')`,
    [client, concern, minutes === null ? 'open' : 'acknowledged', at, minutes, repair],
  );
async function request(client: string, at: string, state: string, answered: boolean) {
  const id = randomUUID();
  await sql(`INSERT INTO client_request VALUES ($1, $2, NULL, $3, $3::timestamptz + interval '4 days', $4)`, [
    ...[id, client, at, state],
  ]);
  if (answered)
    await sql('INSERT INTO client_answer VALUES (gen_random_uuid(), $1, $2, NULL, $3)', [id, client, at]);
}
const score = (client: string, at: string, value: number, instrument = 'check-in') =>
  sql(`INSERT INTO course_point VALUES (gen_random_uuid(), 'total', $1, NULL, $4, '1.0.0', $2, NULL, $3)`, [
    ...[client, value, at, instrument],
  ]);
const allianceScale = async (instrument: string, position: number, min: number, max: number) => {
  await sql(`INSERT INTO alliance_scale VALUES ('rules', 1, $2, $1, 'total')`, [instrument, position]);
  await sql(
    `INSERT INTO scale VALUES ($1, '1.0.0', 'total', $1 || ' of the clinic', 'Alliance', 0, $2, $3, true, '[]')`,
    [...[instrument, min, max]],
  );
};
const care = (client: string, staff: string, from: string, to: string | null, kind = 'primary') =>
  sql('INSERT INTO care_relationship VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)', [
    ...[client, staff, kind, from, to],
  ]);

/** All within a week of October 2026 that begins, in Berlin, on Sunday the 18th at 22:00 UTC. */
beforeAll(async () => {
  service = await startService({ name: 'caseload', module: CaseloadModule });
  await sql(`INSERT INTO rule_set_activation VALUES ('rules', 1, '2026-01-01')`, []);
  await allianceScale('short-form', 0, 4, 20);
  await allianceScale('check-in', 1, 12, 60);
  // Of another scale than the mean, and of one that no rule watches.
  await score(mine, '2026-10-21T11:00:00Z', 19, 'short-form');
  await score(mine, '2026-10-21T12:00:00Z', 3, 'mood');
  for (const [index, client] of clients.entries()) {
    await sql(
      `INSERT INTO client_entry (client_id, name, therapist_id, reassess_at) VALUES ($1, $2, $3, NULL)`,
      [...[client, `Client ${index}`, client === other ? colleague : therapist]],
    );
    await score(client, '2026-10-20T10:00:00Z', client === other ? 60 : 40);
  }
  // One client who answered thrice counts no more than the others.
  await score(mine, '2026-10-21T10:00:00Z', 20);
  await score(mine, '2026-10-22T10:00:00Z', 30);
  await session(mine, therapist, '2026-10-18T22:30:00Z', 'completed');
  await session(mine, therapist, '2026-10-25T22:30:00Z', 'missed');
  await session(mine, therapist, '2026-10-25T23:30:00Z', 'completed');
  await session(other, colleague, '2026-10-20T09:00:00Z', 'completed');
  await session(other, colleague, '2026-10-20T10:00:00Z', 'cancelled');
  await session(mine, therapist, '2100-01-01T10:00:00Z', 'cancelled');
  await request(mine, '2026-10-19T09:00:00Z', 'open', true);
  await request(mine, '2026-10-20T09:00:00Z', 'expired', false);
  await request(mine, '2026-10-20T09:30:00Z', 'revoked', false);
  await request(mine, '2026-10-20T09:45:00Z', 'not-reached', false);
  await request(other, '2026-10-21T09:00:00Z', 'open', false);
  await alert(mine, '2026-10-20T10:00:00Z', 20, 'alliance', 'repaired');
  await alert(mine, '2026-10-20T11:00:00Z', 100, 'attendance');
  await alert(other, '2026-10-20T12:00:00Z', null, 'safety', 'not-repaired');
  for (const client of clients.slice(0, 4)) await care(client, therapist, '2026-01-01T00:00:00Z', null);
  // A handover within the week neither begins nor ends care; what ended and came back later did both.
  await care(clients[4]!, colleague, '2026-01-01T00:00:00Z', '2026-10-21T00:00:00Z');
  await care(clients[4]!, therapist, '2026-10-21T00:00:00Z', null);
  await care(other, colleague, '2026-10-19T08:00:00Z', '2026-10-23T08:00:00Z');
  await care(mine, supervisor, '2026-01-01T00:00:00Z', null, 'supervisor');
  await care(other, earlier, '2026-10-19T08:00:00Z', '2026-10-23T08:00:00Z', 'supervisor');
}, 60_000);
afterAll(() => service.stop());

const get = (path: string, roles: Role[] = ['operations'], person = randomUUID()) =>
  service.get(path, { as: { person, roles } });
const week = '/trends?until=2026-10-25&count=2&zone=Europe/Berlin';
const rows = '/trends/rows?start=2026-10-21&zone=Europe/Berlin';

describe('a week of the clinic', () => {
  it('is that of the zone, with what happened in it', async () => {
    const { status, body } = await get(week);
    expect([status, body.periods.map(({ start }: { start: string }) => start)]).toEqual([
      ...[200, ['2026-10-12', '2026-10-19']],
    ]);
    // Berlin puts its clocks back at the end of it.
    expect(body.periods[1]).toMatchObject({
      ...{
        from: '2026-10-18T22:00:00.000Z',
        to: '2026-10-25T23:00:00.000Z',
        medianSeconds: 3600,
        over: true,
      },
      alliance: { clients: 6, mean: (30 + 40 * 4 + 60) / 6 },
      counts: {
        ...{ completed: 2, missed: 1, cancelled: 1, sent: 3, answered: 1, unanswered: 1, scored: 9 },
        ...{ alliance: 1, attendance: 1, safety: 1, outcome: 0, taken: 2, 'in-time': 1, late: 2 },
        ...{ repaired: 1, 'not-repaired': 1, begun: 1, ended: 1, 'in-care': 5 },
      },
    });
    // The mean is of one scale, that most were asked with, and says of which.
    expect(body.allianceScale).toEqual({
      ...{ instrument: 'check-in', scale: 'total', min: 12, max: 60 },
      ...{ instrumentTitle: 'check-in of the clinic', title: 'Alliance' },
    });
  });

  it('has no number before the first record of its kind, and zero after it where nothing happened', async () => {
    const [before] = (await get(week)).body.periods;
    // Care is known since January: nobody began, five were there.
    expect(before).toMatchObject({
      alliance: { mean: null, clients: null },
      counts: {
        ...{ completed: null, missed: null, sent: null, scored: null, safety: null, taken: null },
        ...{ begun: 0, ended: 0, 'in-care': 5 },
      },
    });
    const [after] = (await get('/trends?until=2026-11-08&count=1&zone=Europe/Berlin')).body.periods;
    expect(after).toMatchObject({
      alliance: { mean: null, clients: 0 },
      counts: { completed: 0, sent: 0, scored: 0, safety: 0, taken: 0, begun: 0 },
    });
  });

  it('takes the first record of those who are asked for, also where care began before they were supervised', async () => {
    const of = async (whose: string) => (await get(week + whose)).body.periods[0].counts;
    const supervised = `&supervisorId=${earlier}`;
    expect(await of(`&therapistId=${colleague}`)).toMatchObject({ begun: 0, 'in-care': 1, sent: null });
    expect(await of(supervised)).toMatchObject({ begun: null, 'in-care': null });
    expect(await of(`&supervisorId=${supervisor}&therapistId=${therapist}`)).toMatchObject({ 'in-care': 1 });
  });

  it('may be a month, and one therapist’s; then a mean of too few clients is not told', async () => {
    const path = `/trends?by=month&until=2026-10-01&count=1&therapistId=${colleague}`;
    const [month] = (await get(path)).body.periods;
    expect(month).toMatchObject({
      ...{ start: '2026-10-01', alliance: { clients: 2, mean: null } },
      counts: {
        completed: 1,
        cancelled: 1,
        sent: 1,
        safety: 1,
        alliance: 0,
        begun: 1,
        ended: 1,
        'in-care': 0,
      },
    });
  });

  it('may be of those who were supervised by somebody at the time', async () => {
    const [before, then] = (await get(`${week}&supervisorId=${earlier}`)).body.periods;
    expect(then).toMatchObject({
      alliance: { clients: 1, mean: null },
      counts: {
        ...{ completed: 1, missed: 0, cancelled: 1, sent: 1, scored: 1, safety: 1, alliance: 0, late: 1 },
        ...{ begun: 1, ended: 1, 'in-care': 0 },
      },
    });
    expect(new Set(Object.values(before.counts))).toEqual(new Set([null]));
    const both = `${week}&supervisorId=${earlier}&therapistId=${therapist}`;
    expect(new Set(Object.values((await get(both)).body.periods[1].counts))).toEqual(new Set([null]));
    expect((await get(`${week}&supervisorId=everybody`)).status).toBe(400);
  });

  it.each(['', `&supervisorId=${earlier}`, `&therapistId=${colleague}`])(
    'has as many rows beneath each number as the number says%s',
    async (whose) => {
      const [, { counts }] = (await get(week + whose)).body.periods;
      for (const [measure, count] of Object.entries(counts)) {
        const { items } = (await get(`${rows}&measure=${measure}${whose}`)).body;
        expect([measure, items.length]).toEqual([measure, count]);
      }
    },
  );

  it('lists its rows page by page, the newest first', async () => {
    const seen: { at: string; value: number; client: { name: string } }[] = [];
    let next: string | null = '';
    do {
      const { body } = await get(`${rows}&measure=scored&limit=3&cursor=${next}`);
      seen.push(...body.items);
      next = body.next;
    } while (next);
    expect(seen.length).toBe(9);
    expect(seen[0]).toMatchObject({
      at: '2026-10-22T10:00:00.000Z',
      value: 30,
      client: { name: 'Client 0' },
    });
    expect(seen.map(({ at }) => at)).toEqual(
      seen
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
  });

  it('refuses a cursor of another list, and what is no measure, zone or day', async () => {
    const { body } = await get(`${rows}&measure=scored&limit=3`);
    for (const path of [
      `${rows}&measure=completed&cursor=${body.next}`,
      `${rows}&measure=secrets`,
      `${week}&zone=Europe/Atlantis`,
      '/trends?until=yesterday',
      '/trends?count=61',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 400]);
    }
  });
});

describe('who sees trends', () => {
  it('a supervisor those of the clients whom they supervise, and nobody else’s', async () => {
    const [, mineOnly] = (await get(week, ['supervisor'], supervisor)).body.periods;
    expect(mineOnly).toMatchObject({
      alliance: { clients: 1, mean: null },
      counts: { completed: 1, safety: 0, alliance: 1, 'in-care': 1, begun: 0 },
    });
    expect((await get(`${rows}&measure=safety`, ['supervisor'], supervisor)).body.items).toEqual([]);
    // Nor by asking for the team of another.
    for (const team of ['', `&supervisorId=${earlier}`]) {
      const who = team ? supervisor : randomUUID();
      const [, nobodys] = (await get(week + team, ['supervisor'], who)).body.periods;
      expect(new Set(Object.values(nobodys.counts))).toEqual(new Set([null]));
    }
  });

  it('the clinic lead everything', async () => {
    expect((await get(week, ['clinic-lead'])).body.periods[1].counts.completed).toBe(2);
  });

  it.each<Role>(['therapist', 'admin', 'integrator'])('%s nothing', async (role) => {
    expect((await get(week, [role], therapist)).status).toBe(403);
    expect((await get(`${rows}&measure=completed`, [role], therapist)).status).toBe(403);
  });

  it('and it is written down about whom somebody has read', async () => {
    const reader = randomUUID();
    await get(week, ['operations'], reader);
    await get(`${rows}&measure=safety`, ['operations'], reader);
    const entries = await service.audited(reader);
    expect(entries.map(({ action, client_ids }) => [action, client_ids])).toEqual(
      expect.arrayContaining([
        ['view-trends', []],
        ['view-trend-rows', [other]],
      ]),
    );
  });
});
