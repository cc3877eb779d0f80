import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { riskFlagged } from '@attune/contracts';
import { careOf, eventually, inDays, personOf, totalOf } from '@attune/testing';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';
import { FollowPeopleConsumer } from './follow-people.consumer.ts';

let service: AlertingService;
beforeAll(async () => {
  service = await alertingService({ broker: true });
}, 90_000);
afterAll(() => service.stop());

/** A client answers a risk item whom nobody treats. */
const flagged = (clientId: string) => {
  const responseId = randomUUID();
  return riskFlagged.event({
    ...{ key: clientId, subject: responseId, time: new Date() },
    data: { ...riskFlagged.example, clientId, responseId, answeredAt: inDays(0), submittedAt: inDays(0) },
  });
};

it('names the people of an alert until they are erased, who then are handed nothing more', async () => {
  const [client, therapist, operations] = [randomUUID(), randomUUID(), someone('operations')];
  const [person, staff] = [personOf(client, 'Quirin Zeller'), personOf(therapist, 'Xenia Quast', 'staff')];
  await service.publish(person.registered, staff.registered);
  await service.publish(
    careOf(client, { staffId: therapist, from: inDays(-9) }).begins,
    totalOf(client, 30).scored,
  );
  await service.settled();
  const [alert] = await service.alertsOf(client);
  expect(alert).toMatchObject({ clientName: 'Quirin Zeller', recipientName: 'Xenia Quast' });

  await service.publish(person.erased, staff.erased);
  await service.settled();
  expect((await service.alertsOf(client))[0]).toMatchObject({ clientName: null, recipientName: null });
  expect(await service.database.query('SELECT FROM person')).toEqual([]);
  const handed = await service.post(`/alerts/${alert!.alertId}/reassign`, {
    ...{ as: operations, match: '*' },
    body: { recipientId: therapist },
  });
  expect(handed.body.errors).toMatchObject([{ pointer: '/recipientId' }]);
}, 30_000);

it('lets no note about a client’s alert outlive the erasure of the client', async () => {
  const { client, therapist } = await service.treated();
  const alertId = await service.alertAbout(client);
  const written = await service.post(`/alerts/${alertId}/notes`, {
    ...{ as: therapist, match: '*', body: { text: 'Called.' } },
  });
  expect(written.body.notes).toMatchObject([{ text: 'Called.' }]);
  await service.publish(personOf(client, 'Sample Client').erased);
  await service.settled();
  expect((await service.get(`/alerts/${alertId}`, { as: therapist })).body.notes).toEqual([]);
});

it('of several clinic leads who come at once, one is told of each safety alert, once', async () => {
  const clients = Array.from({ length: 4 }, () => randomUUID());
  await service.publish(...clients.map(flagged));
  await service.settled();
  const leads = Array.from({ length: 6 }, () => someone('clinic-lead').person);
  // As events of one fetch are: side by side, in one transaction.
  await service.db.asWorker(async (tx) => {
    const context = { tx } as Parameters<FollowPeopleConsumer['known']>[1];
    const each = leads.map((personId) =>
      service.app
        .get(FollowPeopleConsumer)
        .known({ personId, kind: 'staff', name: 'A Lead', roles: ['clinic-lead'] }, context),
    );
    await Promise.all(each);
  });
  for (const client of clients) {
    const [alert] = await eventually(
      () => service.alertsOf(client),
      ([waiting]) => waiting?.recipientId !== null,
    );
    expect(alert).toMatchObject({ recipientId: leads.toSorted()[0], version: 2 });
    const [told] = await service.database.query<{ last: string }>(
      `SELECT last FROM outbox_key WHERE topic = 'attune.public.alerts' AND key = $1`,
      [client],
    );
    expect(Number(told!.last)).toBe(2);
  }
});
