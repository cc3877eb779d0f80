import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { careOf, inDays, personOf, totalOf } from '@attune/testing';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';

let service: AlertingService;
beforeAll(async () => {
  service = await alertingService({ broker: true });
}, 90_000);
afterAll(() => service.stop());

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
