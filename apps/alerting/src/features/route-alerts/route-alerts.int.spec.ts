import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { EventToAppend } from '@attune/contracts';
import { careOf, inDays, interleavings, totalOf } from '@attune/testing';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';

// A real broker on a busy machine takes its time.
jest.setTimeout(30_000);

let service: AlertingService;
beforeAll(async () => {
  service = await alertingService({ broker: true });
}, 90_000);
afterAll(() => service.stop());

const [anna, ben, cover, supervisor] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

interface Course {
  readonly care: readonly EventToAppend[];
  readonly scores: readonly EventToAppend[];
}

/** Lets one course of events happen to a client for each order of arrival; answers with all their alerts. */
async function inEveryOrder(courseOf: (client: string) => Course) {
  const { care, scores } = courseOf(randomUUID());
  const runs = interleavings<readonly [keyof Course, number]>(
    care.map((_, index) => ['care', index] as const),
    scores.map((_, index) => ['scores', index] as const),
  ).map((order) => {
    const client = randomUUID();
    const course = courseOf(client);
    return { client, events: order.map(([topic, index]) => course[topic][index]!) };
  });
  for (let step = 0; step < care.length + scores.length; step += 1) {
    await service.publish(...runs.map(({ events }) => events[step]!));
    // The next one arrives when this one has taken effect: that is the order meant.
    await service.settled();
  }
  return Promise.all(runs.map(async ({ client }) => (await service.alertsOf(client)).map(essence)));
}

/** What must not depend on the order of arrival. */
const essence = (alert: Awaited<ReturnType<AlertingService['alertsOf']>>[number]) => ({
  status: alert.status,
  severity: alert.severity,
  recipientId: alert.recipientId,
  watcherIds: alert.watcherIds,
  signals: alert.signals
    .map(({ rule, value, withdrawn }) => `${rule} ${value}${withdrawn ? ' withdrawn' : ''}`)
    .sort(),
});
const low = (recipientId: string | null, watcherIds: string[] = []) => ({
  ...{ status: 'open', severity: 'high', recipientId, watcherIds },
  signals: ['alliance-below-cut-off 30', 'alliance-fall-since-last 30'],
});
const fall = (client: string) => [totalOf(client, 50, 7).scored, totalOf(client, 30).scored];

describe('whatever order scores and care relationships arrive in', () => {
  it.each<[string, string | null, string[], (client: string) => readonly EventToAppend[]]>([
    [
      'a handover leads the alert to the new therapist',
      ben,
      [],
      (client) => {
        const first = careOf(client, { staffId: anna, from: inDays(-100) });
        return [
          first.begins,
          first.ends(inDays(-1)),
          careOf(client, { staffId: ben, from: inDays(-1) }).begins,
        ];
      },
    ],
    [
      'care that has ended leaves it with operations',
      null,
      [],
      (client) => {
        const first = careOf(client, { staffId: anna, from: inDays(-100) });
        return [first.begins, first.ends(inDays(-1))];
      },
    ],
    [
      'a cover hears of it before the primary therapist',
      cover,
      [supervisor],
      (client) => [
        careOf(client, { staffId: anna, from: inDays(-100) }).begins,
        careOf(client, { staffId: supervisor, kind: 'supervisor', from: inDays(-100) }).begins,
        careOf(client, { staffId: cover, kind: 'cover', from: inDays(-2), to: inDays(9) }).begins,
      ],
    ],
    [
      'a cover that is over leads it back',
      anna,
      [],
      (client) => {
        const away = careOf(client, { staffId: cover, kind: 'cover', from: inDays(-9) });
        return [
          careOf(client, { staffId: anna, from: inDays(-100) }).begins,
          away.begins,
          away.ends(inDays(-1)),
        ];
      },
    ],
    [
      'care that begins tomorrow changes nothing today',
      anna,
      [],
      (client) => [
        careOf(client, { staffId: anna, from: inDays(-100), to: inDays(1) }).begins,
        careOf(client, { staffId: ben, from: inDays(1) }).begins,
      ],
    ],
  ])(
    '%s',
    async (_what, recipient, watchers, care) => {
      const ends = await inEveryOrder((client) => ({ care: care(client), scores: fall(client) }));
      expect(ends.length).toBeGreaterThanOrEqual(6);
      for (const end of ends) expect(end).toEqual([low(recipient, watchers)]);
    },
    60_000,
  );

  it('a response that is taken back takes its alert along', async () => {
    const ends = await inEveryOrder((client) => {
      const total = totalOf(client, 30);
      const first = careOf(client, { staffId: anna, from: inDays(-100) });
      return {
        care: [
          first.begins,
          first.ends(inDays(-1)),
          careOf(client, { staffId: ben, from: inDays(-1) }).begins,
        ],
        scores: [total.scored, total.withdrawn],
      };
    });
    expect(ends).toHaveLength(10);
    for (const [alert, ...more] of ends) {
      expect(alert).toMatchObject({ status: 'resolved', signals: ['alliance-below-cut-off 30 withdrawn'] });
      expect(more).toEqual([]);
    }
  }, 60_000);
});

it('an alert without recipient is seen by operations, and by its therapist once there is one', async () => {
  const client = randomUUID();
  const [therapist, operations] = [someone('therapist'), someone('operations')];
  await service.publish(totalOf(client, 30).scored);
  await service.settled();
  const [alert] = await service.alertsOf(client);
  expect(alert).toMatchObject({ recipientId: null, status: 'open' });
  const read = (as: typeof therapist) => service.get(`/alerts/${alert!.alertId}`, { as });
  expect((await read(operations)).body.permitted.reassign).toBe(true);
  expect((await read(therapist)).status).toBe(404);
  await service.publish(careOf(client, { staffId: therapist.person, from: inDays(-1) }).begins);
  await service.settled();
  expect((await read(therapist)).body).toMatchObject({ recipientId: therapist.person, version: 2 });
});

it('an alert that was handed to somebody stays there when care changes, until the pin is lifted', async () => {
  const client = randomUUID();
  const [operations, colleague] = [someone('operations'), someone('therapist')];
  await service.know(colleague.person, 'staff', 'A Colleague', ['therapist']);
  await service.publish(
    careOf(client, { staffId: anna, from: inDays(-9) }).begins,
    totalOf(client, 30).scored,
  );
  await service.settled();
  const { alertId } = (await service.alertsOf(client))[0]!;
  const reassign = (recipientId: string | null) =>
    service.post(`/alerts/${alertId}/reassign`, { as: operations, match: '*', body: { recipientId } });
  await reassign(colleague.person);
  await service.publish(careOf(client, { staffId: cover, kind: 'cover', from: inDays(-1) }).begins);
  await service.settled();
  expect((await service.alertsOf(client))[0]).toMatchObject({ recipientId: colleague.person, pinned: true });
  expect((await reassign(null)).body).toMatchObject({ recipientId: cover, pinned: false });
});
