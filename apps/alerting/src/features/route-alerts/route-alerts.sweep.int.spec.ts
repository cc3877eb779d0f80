import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { careOf, eventually, inDays, totalOf } from '@attune/testing';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';

let service: AlertingService;
beforeAll(async () => {
  service = await alertingService({ broker: true });
}, 90_000);
afterAll(() => service.stop());

it('a handover planned ahead takes effect by the mere passing of time, and so does an end without successor', async () => {
  await service.patience();
  const [planned, ending] = [randomUUID(), randomUUID()];
  const [before, after] = [someone('therapist'), someone('therapist')];
  await service.publish(
    careOf(planned, { staffId: before.person, from: inDays(-9), to: inDays(2) }).begins,
    careOf(planned, { staffId: after.person, from: inDays(2), to: inDays(4) }).begins,
    careOf(ending, { staffId: before.person, from: inDays(-9), to: inDays(2) }).begins,
  );
  // Topics have no order among themselves: a score that came first would be one more change of the alert.
  await service.settled();
  await service.publish(totalOf(planned, 30).scored, totalOf(ending, 30).scored);
  await service.settled();
  const recipients = async () =>
    Promise.all([planned, ending].map(async (client) => (await service.alertsOf(client))[0]!.recipientId));
  expect(await recipients()).toEqual([before.person, before.person]);

  await service.moveClock(3 * 86_400_000);
  // Access follows the clock at once; the alert itself follows with the next look.
  expect((await service.get(`/alerts?clientId=${planned}`, { as: before })).status).toBe(404);
  expect((await service.get(`/alerts?clientId=${planned}`, { as: after })).body.items).toHaveLength(1);
  await eventually(recipients, ([one, other]) => one === after.person && other === null);

  await service.moveClock(5 * 86_400_000);
  await eventually(recipients, ([one]) => one === null);
  const { alertId, version } = (await service.alertsOf(planned))[0]!;
  expect(version).toBe(3);
  expect((await service.get(`/alerts/${alertId}`, { as: after })).status).toBe(404);
}, 60_000);

it('so does a handover that is planned when the alert is there already', async () => {
  const client = randomUUID();
  const [before, after] = [someone('therapist'), someone('therapist')];
  const first = careOf(client, { staffId: before.person, from: inDays(-9) });
  await service.publish(first.begins);
  await service.settled();
  await service.publish(totalOf(client, 30).scored);
  await service.settled();
  await service.publish(
    first.ends(inDays(7)),
    careOf(client, { staffId: after.person, from: inDays(7) }).begins,
  );
  await service.settled();
  const recipient = async () => (await service.alertsOf(client))[0]!.recipientId;
  expect(await recipient()).toBe(before.person);
  await service.moveClock(8 * 86_400_000);
  await eventually(recipient, (person) => person === after.person);
}, 60_000);
