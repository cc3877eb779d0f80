import { randomUUID } from 'node:crypto';
import { requestIssued, requestRevoked, responseVoided, type EventToAppend } from '@attune/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { careOf, eventually, inDays, interleavings, requestOf, sessionOf } from '@attune/testing';
import { caseloadService, type CaseloadService } from '../../test-stack/caseload-service.ts';

// A real broker on a busy machine takes its time.
jest.setTimeout(60_000);

let service: CaseloadService;
beforeAll(async () => {
  service = await caseloadService();
}, 90_000);
afterAll(() => service.stop());

const treated = (client: string) =>
  careOf(client, { staffId: randomUUID(), from: inDays(-200) }).begins as EventToAppend;
const shown = async (client: string) => {
  await service.settled();
  return service.client(client);
};
/** The same request as it was issued, or taken back. */
const issued = (event: EventToAppend): EventToAppend =>
  requestIssued.event({
    key: event.key,
    subject: event.subject,
    time: new Date(),
    data: event.data as never,
  });
const revoked = (event: EventToAppend): EventToAppend =>
  requestRevoked.event({
    ...{ key: event.key, subject: event.subject, time: new Date() },
    data: { ...(event.data as object), revokedAt: inDays(0) } as never,
  });

describe('what a client was asked and answered', () => {
  it('comes to the same in whatever order the two topics arrive', async () => {
    const clients: string[] = [];
    const build = () => {
      const client = randomUUID();
      clients.push(client);
      const [first, second] = [requestOf(client, 30), requestOf(client, 10)];
      return [[issued(first.expired), issued(second.expired), second.expired], [first.answered]] as const;
    };
    const orders = interleavings(...build()).map((_, index) => interleavings(...build())[index]!);
    for (let step = 0; step < 4; step += 1) {
      await service.publish(...orders.map((order) => order[step]!));
      await service.settled();
    }
    for (const client of clients.slice(1)) {
      expect(await shown(client)).toMatchObject({ requests: { due: 2, answered: 1, silent: 1 } });
    }
  });

  it('counts neither what is still open nor what was taken back, nor an answer of somebody else', async () => {
    const client = randomUUID();
    const [open, back, voided] = [requestOf(client, 1), requestOf(client, 20), requestOf(client, 30)];
    const { responseId, instrument, answeredAt } = voided.answered.data as never as Record<string, string>;
    await service.publish(treated(client), issued(open.expired), issued(back.expired), revoked(back.expired));
    await service.publish(issued(voided.expired), voided.answered);
    expect(await shown(client)).toMatchObject({
      requests: { due: 1, answered: 1, silent: 0 },
      lastContact: answeredAt,
    });
    const data = { responseId, clientId: client, instrument, voidedAt: inDays(0) } as never;
    await service.publish(
      responseVoided.event({ key: client, subject: responseId!, time: new Date(), data }),
    );
    expect(await shown(client)).toMatchObject({
      requests: { due: 0, answered: 0, silent: 0 },
      lastContact: null,
    });
  });

  it('counts no request of which the client could not know, until it is heard that a message went out', async () => {
    const client = randomUUID();
    const [answered, first, second] = [12, 8, 5].map((days) => requestOf(client, days));
    await service.publish(treated(client), answered!.answered, first!.notReached, second!.notReached);
    expect(await shown(client)).toMatchObject({
      ...{ requests: { due: 0, answered: 0, silent: 0 }, attrition: { factors: [] } },
    });
    await service.publish(first!.reached, second!.reached);
    expect(await shown(client)).toMatchObject({ requests: { due: 2, answered: 0, silent: 2 } });
  });

  it('becomes a sign of attrition after two unanswered in a row, and none after an answer', async () => {
    const client = randomUUID();
    const [first, second, third] = [40, 30, 5].map((days) => requestOf(client, days));
    await service.publish(treated(client), first!.expired, second!.expired);
    expect((await shown(client)).attrition.factors).toContainEqual({
      ...{ code: 'silence', weight: 1, reason: 'last 2 check-ins unanswered' },
    });
    await service.publish(third!.answered);
    expect((await shown(client)).attrition).toEqual({ order: 0, factors: [] });
  });
});

it('sessions missed are counted in a row and within ninety days, and no longer once that was no miss', async () => {
  const [client, therapist] = [randomUUID(), randomUUID()];
  const [old, came, first, second] = [-100, -80, -20, -6].map((days) => sessionOf(client, therapist, days));
  await service.publish(treated(client), old!.missed, came!.completed, first!.missed, second!.missed);
  expect(await shown(client)).toMatchObject({ missed: { inARow: 2, last90Days: 2 }, weeksInCare: 28 });
  await service.publish(second!.missUndone);
  expect(await shown(client)).toMatchObject({ missed: { inARow: 1, last90Days: 1 } });
});

it('time alone brings a sign, and lets a missed session fall out of the ninety days', async () => {
  const [client, therapist] = [randomUUID(), randomUUID()];
  const [missed, came] = [-89, -15].map((days) => sessionOf(client, therapist, days));
  await service.publish(treated(client), missed!.missed, came!.completed);
  expect(await shown(client)).toMatchObject({ missed: { last90Days: 1 }, attrition: { order: 0 } });
  await service.moveClock(10 * 86_400_000);
  await eventually(
    () => service.client(client),
    ({ missed: { last90Days }, attrition }) => last90Days === 0 && attrition.order === 1,
  );
  await service.moveClock(0);
});
