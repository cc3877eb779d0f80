import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@attune/testing';
import { runningService, type RunningService } from '../../test-stack/running-service.ts';
import { SweepRequests } from './sweep-requests.sweep.ts';

const clients = 10_000;
const hour = 3_600_000;

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
  await service.database.query(tenThousand, [clients, new Date(Date.now() + hour)]);
}, 90_000);
afterAll(() => service.stop());

/** So many clients in care, each with a request that comes due, one to be reminded of, and one that runs out. */
const tenThousand = `
  WITH known AS (
    INSERT INTO client (client_id, language) SELECT gen_random_uuid(), 'en' FROM generate_series(1, $1::int)
    RETURNING client_id
  ), care AS (
    INSERT INTO care_relationship (care_relationship_id, client_id, staff_id, kind, valid_from)
    SELECT gen_random_uuid(), client_id, gen_random_uuid(), 'primary', $2::timestamptz - interval '3 days' FROM known
  ), planned AS (
    INSERT INTO planned_request (client_id, policy, occasion, trigger, due_at, look_at)
    SELECT client_id, 'after-every-session', 'session:' || client_id, 'after-every-session', $2, $2 FROM known
  ), instruments AS (
    SELECT url, min(version) AS version, row_number() OVER (ORDER BY url) AS number FROM instrument
    WHERE slug IN ('gad-7', 'phq-4') GROUP BY url
  )
  INSERT INTO request (request_id, client_id, instrument_url, instrument_version, issued_at, expires_at, policy,
    occasion, delivery, reminder_hours, next_reminder_at)
  SELECT gen_random_uuid(), client_id, url, version, $2::timestamptz - interval '1 day',
    CASE number WHEN 1 THEN $2::timestamptz + interval '9 days' ELSE $2::timestamptz END,
    'earlier', 'earlier:' || number, 'message', '{24}', CASE number WHEN 1 THEN $2::timestamptz END
  FROM known, instruments`;

const told = async () => {
  const rows = await service.database.query<{ what: string; events: number; clients: number }>(
    `SELECT split_part(type, '.', 3) AS what, count(*)::int AS events, count(DISTINCT key)::int AS clients
     FROM outbox WHERE topic = 'attune.public.requests' GROUP BY type ORDER BY type`,
  );
  return rows;
};
const total = async () => (await told()).reduce((sum, { events }) => sum + events, 0);

/** What a process that is killed leaves behind: connections that end in the middle of a transaction. */
const kill = async (): Promise<number> => {
  const killed = await service.database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND usename LIKE '%worker' AND xact_start IS NOT NULL`,
  );
  return killed.length;
};

it('a sweep over ten thousand clients that is killed again and again forgets nobody and doubles nothing', async () => {
  const sweeper = service.app.get(SweepRequests, { strict: false });
  await service.moveClock(2 * hour);
  const interrupted: number[] = [];
  let done = false;
  const killing = (async () => {
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      while (!done && (await total()) < share * 3 * clients) await sleep(5);
      while (!done && (await kill()) === 0) await sleep(1);
      interrupted.push(await total());
    }
  })();
  let failures = 0;
  for (let again = true; again;) {
    again = await sweeper.sweep().then(
      () => false,
      () => true,
    );
    if (again) failures += 1;
  }
  await eventually(total, (sum) => sum >= 3 * clients, 60_000);
  done = true;
  await killing;
  // Its own timer sweeps beside this one, so a connection that was killed may have been that one's.
  expect(failures).toBeGreaterThan(0);
  expect(interrupted.filter((sum) => sum < 3 * clients).length).toBeGreaterThanOrEqual(4);
  await sweeper.sweep();
  expect(await told()).toEqual(
    ['request-expired', 'request-issued', 'request-reminder-due'].map((what) => ({
      ...{ what, events: clients, clients },
    })),
  );
  const [state] = await service.database.query(
    `SELECT count(*) FILTER (WHERE policy = 'after-every-session')::int AS issued,
       count(*) FILTER (WHERE reminders_due = 1)::int AS reminded,
       count(*) FILTER (WHERE expired_at IS NOT NULL)::int AS expired,
       (SELECT count(*) FROM planned_request WHERE trigger = 'after-every-session')::int AS planned FROM request`,
  );
  expect(state).toEqual({ issued: clients, reminded: clients, expired: clients, planned: 0 });
}, 180_000);
