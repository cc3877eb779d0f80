import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ForgetKeysSweep, type Role } from '@attune/platform';
import type { Call, Caller } from '@attune/testing';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';

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

const acknowledge = (as: Caller, how: Call = {}) =>
  service.post(`/alerts/${alertId}/acknowledge`, { as, match: 1, ...how });
const resolve = (as: Caller, how: Call = {}) =>
  service.post(`/alerts/${alertId}/resolve`, { as, match: 1, body: { outcome: 'discussed' }, ...how });
const read = async (as: Caller) => (await service.get(`/alerts/${alertId}`, { as })).body;
const types = async () =>
  (await service.published(about.client)).map(({ type }) => type.split('.').at(2)?.replace('alert-', ''));

describe('an alert is answered by', () => {
  it('the therapist of the client', async () => {
    const seen = await acknowledge(about.therapist);
    expect(seen).toMatchObject({ status: 200, body: { status: 'acknowledged', version: 2 } });
    const closed = await resolve(about.therapist, { match: 2 });
    expect(closed).toMatchObject({ status: 200, body: { status: 'resolved', outcome: 'discussed' } });
    expect([seen.headers.etag, closed.headers.etag]).toEqual(['"2"', '"3"']);
    expect(await types()).toEqual(['raised', 'acknowledged', 'resolved']);
  });

  it.each<[string, number, () => Caller]>([
    ['another therapist', 404, () => someone('therapist')],
    ['another supervisor', 404, () => someone('supervisor')],
    ['the supervisor, who reads', 403, () => about.supervisor],
    [
      'somebody who supervises and treats others',
      403,
      () => ({ ...about.supervisor, roles: ['supervisor', 'therapist'] }),
    ],
    ...(['operations', 'clinic-lead', 'admin', 'integrator'] as const).map(
      (role: Role): [string, number, () => Caller] => [role, 403, () => someone(role)],
    ),
  ])('not by %s', async (_who, status, as) => {
    expect((await acknowledge(as())).status).toBe(status);
    expect((await resolve(as())).status).toBe(status);
    expect(await read(about.therapist)).toMatchObject({ status: 'open', version: 1 });
    expect(await types()).toEqual(['raised']);
    expect(await service.audited(as().person)).toEqual([]);
  });

  it('nobody while an event about the client’s care is parked', async () => {
    await service.parkCare(about.client);
    expect((await acknowledge(about.therapist)).status).toBe(404);
    expect((await resolve(about.therapist)).status).toBe(404);
  });

  it('nobody whose care has ended', async () => {
    await service.database.query('UPDATE care_relationship SET valid_to = now() WHERE staff_id = $1', [
      about.therapist.person,
    ]);
    expect((await resolve(about.therapist)).status).toBe(404);
  });
});

describe('what stands by the time of the answer', () => {
  it('is compared: 412 for an older version, 428 for none, 400 for nonsense', async () => {
    await acknowledge(about.therapist);
    const stale = await resolve(about.therapist);
    expect(stale).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } });
    expect(stale.headers.etag).toBe('"2"');
    const blind = await service.post(`/alerts/${alertId}/resolve`, {
      as: about.therapist,
      body: { outcome: 'discussed' },
    });
    expect(blind).toMatchObject({ status: 428, body: { code: 'if-match-missing' } });
    expect((await resolve(about.therapist, { match: 'three' })).status).toBe(400);
    expect((await resolve(about.therapist, { match: '*' })).status).toBe(200);
  });

  it('decides who may still act: of two at once one is told to read again', async () => {
    const cover = someone('therapist');
    await service.care(about.client, cover.person, 'cover');
    const answers = await Promise.all([acknowledge(about.therapist), acknowledge(cover)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await types()).toEqual(['raised', 'acknowledged']);
  });

  it('refuses what the state does not allow, whatever version is named', async () => {
    await acknowledge(about.therapist);
    const again = await acknowledge(about.therapist, { match: 2 });
    expect(again).toMatchObject({ status: 409, body: { code: 'alert-action-refused' } });
    await resolve(about.therapist, { match: '*' });
    for (const late of [acknowledge, resolve]) {
      expect((await late(about.therapist, { match: '*' })).body.code).toBe('alert-action-refused');
    }
    expect(await types()).toEqual(['raised', 'acknowledged', 'resolved']);
  });
});

describe('a retry with the same Idempotency-Key', () => {
  it('is answered and changes nothing again', async () => {
    const key = randomUUID();
    const first = await acknowledge(about.therapist, { key });
    const retry = await acknowledge(about.therapist, { key });
    expect(retry).toMatchObject({ status: 200, body: first.body });
    expect(await types()).toEqual(['raised', 'acknowledged']);
  });

  it('is refused for something else, and for somebody whose care has ended since', async () => {
    const key = randomUUID();
    await acknowledge(about.therapist, { key });
    expect(await resolve(about.therapist, { key, match: 2 })).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    await service.parkCare(about.client);
    expect((await acknowledge(about.therapist, { key })).status).toBe(404);
  });

  it('that failed is done when it is sent again', async () => {
    const key = randomUUID();
    expect((await acknowledge(about.therapist, { key, match: 7 })).status).toBe(412);
    expect((await acknowledge(about.therapist, { key })).status).toBe(200);
  });
});

it('shows the note to those who care for the client, and the alert without it to everybody else', async () => {
  await resolve(about.therapist, { body: { outcome: 'repaired', note: 'We spoke about the last session.' } });
  const note = 'We spoke about the last session.';
  const notes = [{ text: note, writtenBy: about.therapist.person, writtenByName: 'Sample Therapist' }];
  expect(await read(about.therapist)).toMatchObject({ status: 'resolved', notes });
  expect(await read(about.supervisor)).toMatchObject({ notes });
  for (const role of ['operations', 'clinic-lead'] as const) {
    expect(await read(someone(role))).toMatchObject({ status: 'resolved', outcome: 'repaired', notes: [] });
  }
  expect(JSON.stringify(await service.published(about.client))).not.toContain('We spoke');
});

it('takes no outcome that there is not, and no note without end', async () => {
  const answer = await resolve(about.therapist, { body: { outcome: 'withdrawn', note: 'x'.repeat(4001) } });
  expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/outcome',
    '/note',
  ]);
});

it('writes down who has answered, with the answer or not at all', async () => {
  await acknowledge(about.therapist);
  expect(await service.audited(about.therapist.person)).toEqual([
    { action: 'acknowledge-alert', client_ids: [about.client], subject: alertId },
  ]);
  await service.database.query(
    'ALTER TABLE audit_entry ADD CONSTRAINT no_room CHECK (action <> $$resolve-alert$$) NOT VALID',
  );
  try {
    expect((await resolve(about.therapist, { match: 2 })).status).toBe(500);
  } finally {
    await service.database.query('ALTER TABLE audit_entry DROP CONSTRAINT no_room');
  }
  expect(await read(about.therapist)).toMatchObject({ status: 'acknowledged', version: 2 });
  expect(await types()).toEqual(['raised', 'acknowledged']);
});

it('keeps the memory of a retry for some weeks, and no longer', async () => {
  const kept = async () =>
    (
      await service.database.query('SELECT 1 FROM idempotency_key WHERE person_id = $1', [
        about.therapist.person,
      ])
    ).length;
  const sweep = () => service.app.get(ForgetKeysSweep, { strict: false }).sweep();
  await acknowledge(about.therapist, { key: 'once' });
  await sweep();
  expect(await kept()).toBe(1);
  await service.moveClock(31 * 86_400_000);
  await sweep();
  expect(await kept()).toBe(0);
  await service.moveClock(0);
});
