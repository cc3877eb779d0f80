import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import type { Caller } from '@attune/testing';
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

const one = (as: Caller) => service.get(`/alerts/${alertId}`, { as });
const ofClient = (as: Caller) => service.get(`/alerts?clientId=${about.client}`, { as });
const ids = ({ body }: { body: { items: { alertId: string }[] } }) => body.items.map((item) => item.alertId);
/** Refused the one and the list alike, and shown nothing among all alerts. */
async function expectUnseen(as: Caller) {
  expect(await one(as)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(await ofClient(as)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(ids(await service.get('/alerts', { as }))).not.toContain(alertId);
}
async function expectSeen(as: Caller) {
  expect(await one(as)).toMatchObject({ status: 200, body: { alertId, clientName: 'Sample Client' } });
  expect(ids(await ofClient(as))).toEqual([alertId]);
}

describe('an alert is seen by', () => {
  it('the therapist of the client, and by no other therapist', async () => {
    await expectSeen(about.therapist);
    await expectUnseen(someone('therapist'));
  });

  it('the supervisor of the client’s care, and by no other supervisor', async () => {
    await expectSeen(about.supervisor);
    await expectUnseen(someone('supervisor'));
    await expectUnseen({ ...about.supervisor, roles: ['therapist'] });
  });

  it.each<Role>(['operations', 'clinic-lead'])('%s, who look after all clients', (role) =>
    expectSeen(someone(role)),
  );

  it.each<Role>(['admin', 'integrator'])('not by %s', async (role) => {
    expect(await one(someone(role))).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
    expect((await ofClient(someone(role))).status).toBe(403);
  });

  it('who covers now, and not by who covered until yesterday', async () => {
    const [cover, former] = [someone('therapist'), someone('therapist')];
    await service.care(about.client, cover.person, 'cover');
    await service.care(about.client, former.person, 'cover', '2021-01-01');
    await expectSeen(cover);
    await expectUnseen(former);
  });

  it('nobody by care while an event about that care is parked, and by operations still', async () => {
    await service.parkCare(about.client);
    await expectUnseen(about.therapist);
    await expectUnseen(about.supervisor);
    await expectSeen(someone('operations'));
  });

  it('nobody whose care has ended, although the alert still names them as its recipient', async () => {
    await service.database.query('UPDATE care_relationship SET valid_to = now() WHERE staff_id = $1', [
      about.therapist.person,
    ]);
    expect((await one(someone('operations'))).body.recipientId).toBe(about.therapist.person);
    await expectUnseen(about.therapist);
  });
});

it('gives its version as ETag', async () => {
  const { headers, body } = await one(about.therapist);
  expect([headers.etag, body.version]).toEqual(['"1"', 1]);
});

it('says to each what they may do', async () => {
  const permitted = async (as: Caller) => (await one(as)).body.permitted;
  const nothing = {
    ...{ acknowledge: false, start: false, snooze: false, resolve: false, reopen: false },
    ...{ undo: false, note: false, reassign: false },
  };
  const clinical = { acknowledge: true, start: true, snooze: true, resolve: true, note: true };
  expect(await permitted(about.therapist)).toEqual({ ...nothing, ...clinical });
  expect(await permitted(about.supervisor)).toEqual(nothing);
  expect(await permitted(someone('operations'))).toEqual({ ...nothing, reassign: true });
  expect(await permitted(someone('clinic-lead'))).toEqual(nothing);
});

it('leads from page to page, the newest first, by state', async () => {
  const other = await service.treated();
  await service.care(other.client, about.therapist.person, 'cover');
  const second = await service.alertAbout(other.client);
  const list = (query: string) => service.get(`/alerts?${query}`, { as: about.therapist });
  const first = await list('limit=1');
  expect(ids(first)).toEqual([second]);
  const rest = await list(`limit=1&cursor=${first.body.next}`);
  expect([ids(rest), rest.body.next]).toEqual([[alertId], null]);
  expect(ids(await list('status=acknowledged,resolved'))).toEqual([]);
  expect(await list('status=asleep')).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/status' }] },
  });
});

it('writes down who has read it, and nothing where nothing was shown', async () => {
  const [reader, stranger] = [someone('operations'), someone('therapist')];
  await one(reader);
  await ofClient(reader);
  await one(stranger);
  await ofClient(stranger);
  expect(await service.audited(reader.person)).toEqual([
    { action: 'view-alert', client_ids: [about.client], subject: alertId },
    { action: 'view-alerts', client_ids: [about.client], subject: null },
  ]);
  expect(await service.audited(stranger.person)).toEqual([]);
});

it('answers for an alert that there is not as for one that is not theirs', async () => {
  const unknown = await service.get(`/alerts/${randomUUID()}`, { as: about.therapist });
  const foreign = await service.get(`/alerts/${alertId}`, { as: someone('therapist') });
  expect([unknown.status, foreign.status]).toEqual([404, 404]);
  expect(unknown.body.detail).toBe(foreign.body.detail);
});
