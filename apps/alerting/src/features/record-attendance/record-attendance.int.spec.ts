import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { careOf, inDays, requestOf, sessionOf } from '@attune/testing';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';

let service: AlertingService;
beforeAll(async () => {
  service = await alertingService({ broker: true });
}, 90_000);
afterAll(() => service.stop());

const therapist = someone('therapist');
type Events = Parameters<AlertingService['publish']>;
/** Takes in the events one after the other and shows the client's alerts. */
async function after(client: string, ...events: Events) {
  for (const event of events) {
    await service.publish(event);
    await service.settled();
  }
  return service.alertsOf(client);
}
async function client(): Promise<string> {
  const id = randomUUID();
  await after(id, careOf(id, { staffId: therapist.person, from: inDays(-300) }).begins);
  return id;
}

describe('a client who leaves requests unanswered', () => {
  it('is told of after the second in a row, to the therapist, and once more for each that follows', async () => {
    const id = await client();
    expect(await after(id, requestOf(id, 12).expired)).toEqual([]);
    const [alert, ...others] = await after(id, requestOf(id, 8).expired);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      concern: 'attendance',
      severity: 'medium',
      recipientId: therapist.person,
      signals: [],
      attendance: [{ kind: 'silence', count: 2 }],
    });
    expect(alert?.explanation).toMatch(
      /^The client left 2 requests in a row unanswered since \d{4}-\d\d-\d\d \(UTC\)\.$/,
    );
    const [grown] = await after(id, requestOf(id, 5).expired);
    expect(grown).toMatchObject({ alertId: alert!.alertId, attendance: [{ count: 2 }, { count: 3 }] });
  });

  it('is not told of when one of them was answered after all, whichever is heard first', async () => {
    const [one, other] = [await client(), await client()];
    const [first, second] = [requestOf(one, 12), requestOf(one, 8)];
    expect(await after(one, first.answered, first.expired, second.expired)).toEqual([]);
    const [third, fourth] = [requestOf(other, 12), requestOf(other, 8)];
    expect(await after(other, third.expired, fourth.expired)).toHaveLength(1);
    expect(await after(other, fourth.answered)).toMatchObject([{ status: 'resolved', outcome: 'withdrawn' }]);
  });
});

describe('a client who was not reached', () => {
  it('left nothing unanswered', async () => {
    const id = await client();
    const [first, second, third] = [20, 15, 10].map((days) => requestOf(id, days));
    expect(await after(id, first!.notReached, second!.notReached, third!.notReached)).toEqual([]);
    const [fourth, fifth] = [requestOf(id, 8), requestOf(id, 5)];
    expect(await after(id, fourth.reached)).toEqual([]);
    expect(await after(id, fifth.reached)).toMatchObject([{ attendance: [{ kind: 'silence', count: 2 }] }]);
  });

  it('was, as is heard afterwards', async () => {
    const id = await client();
    const [first, second] = [requestOf(id, 12), requestOf(id, 8)];
    expect(await after(id, first.notReached, second.reached)).toEqual([]);
    expect(await after(id, first.reached)).toMatchObject([{ attendance: [{ count: 2 }] }]);
  });
});

describe('a client who misses sessions', () => {
  it('is told of after the second in a row, and not when that was a mistake', async () => {
    const id = await client();
    const [came, first, second] = [-21, -14, -7].map((days) => sessionOf(id, therapist.person, days)) as [
      ReturnType<typeof sessionOf>,
      ReturnType<typeof sessionOf>,
      ReturnType<typeof sessionOf>,
    ];
    expect(await after(id, came.completed, first.missed)).toEqual([]);
    expect(await after(id, second.missed)).toMatchObject([
      { status: 'open', attendance: [{ kind: 'missed-sessions', count: 2, withdrawn: false }] },
    ]);
    expect(await after(id, second.missUndone)).toMatchObject([
      { status: 'resolved', outcome: 'withdrawn', attendance: [{ withdrawn: true }] },
    ]);
  });

  it('of last year is history', async () => {
    const id = await client();
    const [first, second] = [sessionOf(id, therapist.person, -40), sessionOf(id, therapist.person, -33)];
    expect(await after(id, first.missed, second.missed)).toEqual([]);
  });
});

it('an alert about attendance is seen by those who care for the client, and by no others', async () => {
  const id = await client();
  const [alert] = await after(id, requestOf(id, 12).expired, requestOf(id, 8).expired);
  const read = (as: typeof therapist) => service.get(`/alerts/${alert!.alertId}`, { as });
  expect((await read(therapist)).body.attendance).toHaveLength(1);
  expect((await read(someone('therapist'))).status).toBe(404);
});
