import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { careOf, inDays, totalOf } from '@attune/testing';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';

let service: AlertingService;
beforeAll(async () => {
  service = await alertingService({ broker: true });
}, 90_000);
afterAll(() => service.stop());

/** Takes in a client's totals in the order given: each a value and how many days ago it was answered. */
async function course(client: string, ...totals: readonly (readonly [number, number])[]) {
  for (const [value, daysAgo] of totals) {
    await service.publish(totalOf(client, value, daysAgo).scored);
    await service.settled();
  }
  return service.alertsOf(client);
}
async function ruptured(): Promise<string> {
  const client = randomUUID();
  await service.publish(careOf(client, { staffId: someone('therapist').person, from: inDays(-300) }).begins);
  await service.settled();
  const [alert] = await course(client, [50, 40], [52, 33], [48, 26], [34, 12]);
  expect(alert?.repair).toEqual({ status: 'watching', scores: 0, target: 48 });
  return client;
}

it('a rupture is repaired when the score is back where it used to be', async () => {
  const client = await ruptured();
  expect((await course(client, [44, 9]))[0]?.repair).toMatchObject({ status: 'watching', scores: 1 });
  expect((await course(client, [49, 5]))[0]?.repair).toMatchObject({ status: 'repaired', scores: 2 });
});

it('a rupture that is not repaired stands out, also after it was closed', async () => {
  const client = await ruptured();
  const { alertId } = (await service.alertsOf(client))[0]!;
  const colleague = someone('therapist');
  await service.know(colleague.person, 'staff', 'A Colleague', ['therapist']);
  await service.post(`/alerts/${alertId}/reassign`, {
    ...{ as: someone('operations'), match: '*', body: { recipientId: colleague.person } },
  });
  await service.post(`/alerts/${alertId}/resolve`, {
    as: colleague,
    match: '*',
    body: { outcome: 'discussed' },
  });
  const [alert] = await course(client, [40, 9], [41, 7], [42, 5], [43, 2]);
  expect(alert).toMatchObject({ alertId, status: 'resolved', repair: { status: 'not-repaired', scores: 4 } });
  const standing = await service.get('/alerts?unrepaired=true', { as: someone('operations') });
  expect(standing.body.items).toMatchObject([{ alertId }]);
});

it('an answer that comes late is counted in its place', async () => {
  const client = await ruptured();
  const [alert] = await course(client, [40, 5], [41, 8], [42, 20]);
  expect(alert?.repair).toMatchObject({ status: 'watching', scores: 2 });
});

it('a client who stays below the cut-off is counted score by score, and stands out at the end', async () => {
  const client = await ruptured();
  expect((await course(client, [34, 9], [34, 7], [34, 5]))[0]).toMatchObject({
    ...{ status: 'open', repair: { status: 'watching', scores: 3, target: 48 } },
  });
  const [alert] = await course(client, [34, 3]);
  expect(alert).toMatchObject({ status: 'open', repair: { status: 'not-repaired', scores: 4 } });
  expect(alert!.signals.length).toBeGreaterThanOrEqual(5);
  const standing = await service.get('/alerts?unrepaired=true', { as: someone('operations') });
  expect(standing.body.items.map((each: { alertId: string }) => each.alertId)).toContain(alert!.alertId);
});
