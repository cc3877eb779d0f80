import { randomUUID } from 'node:crypto';
import { messageFailed, messageSent, messageWithheld } from '@attune/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cadenceService, sessionOf, type CadenceService } from '../../test-stack/cadence-service.ts';
import { alliance } from '../../test-stack/running-service.ts';
import { SweepRequests } from '../sweep-requests/sweep-requests.sweep.ts';

// A real broker on a busy machine takes its time.
jest.setTimeout(60_000);

const hour = 3_600_000;
let service: CadenceService;
beforeAll(async () => {
  service = await cadenceService();
  await service.quiet();
  await service.policy('asked', { trigger: { kind: 'after-every-session' }, reminderHours: [24] });
}, 90_000);
afterAll(() => service.stop());

/** What notifications says about a message to a client. */
function messageAbout(
  requestId: string,
  personId: string,
  purpose: 'invitation' | 'reminder' = 'invitation',
) {
  const messageId = randomUUID();
  const [of, time] = [{ key: personId, subject: messageId }, new Date()];
  const data = { messageId, personId, purpose, channel: 'email' as const, requestId };
  const at = time.toISOString();
  return {
    sent: (sentAt = at) => messageSent.event({ ...of, time, data: { ...data, sentAt, attempts: 1 } }),
    withheld: (reason: string) =>
      messageWithheld.event({ ...of, time, data: { ...data, withheldAt: at, reason } }),
    failed: (reason: string) =>
      messageFailed.event({ ...of, time, data: { ...data, failedAt: at, attempts: 5, reason } }),
  };
}
/** A client who was asked after a session, by a message that is still to be sent. */
async function asked() {
  const { client, therapist } = await service.inCare();
  await service.happen(sessionOf(client).completed());
  const [issued] = await service.told(client);
  return { client, therapist, requestId: issued!.requestId };
}
async function later(ms: number) {
  await service.moveClock(ms);
  await service.app.get(SweepRequests).sweep();
}
const expiries = async (client: string) =>
  (await service.told(client)).filter(({ what }) => what === 'request-expired');
const shown = async (client: string) => (await service.requests(client))[0];

describe('a client to whom no message went out', () => {
  it.each(['no-consent', 'opted-out', 'no-contact'])('was not asked: %s', async (reason) => {
    const { client, requestId } = await asked();
    await service.happen(messageAbout(requestId, client).withheld(reason));
    await later(25 * hour);
    await service.happen(messageAbout(requestId, client, 'reminder').withheld(reason));
    await later(97 * hour);
    expect(await expiries(client)).toMatchObject([{ requestId, reached: false }]);
    expect(await shown(client)).toMatchObject({
      ...{ status: 'expired', reachedAt: null, notReached: reason, remindersSent: 0 },
    });
    await service.moveClock(0);
  });

  it('was not asked when it was refused, until it went out after all', async () => {
    const { client, requestId } = await asked();
    await service.happen(messageAbout(requestId, client).failed('address-refused'));
    expect(await shown(client)).toMatchObject({ reachedAt: null, notReached: 'address-refused' });
    await service.happen(messageAbout(requestId, client).sent());
    expect(await shown(client)).toMatchObject({ reachedAt: expect.any(String), notReached: null });
  });

  it('is not said to be out of reach because the message was only too late', async () => {
    const { client, requestId } = await asked();
    await service.happen(messageAbout(requestId, client).withheld('request-over'));
    expect(await shown(client)).toMatchObject({ reachedAt: null, notReached: null });
  });

  it('is not reached by what somebody else is told', async () => {
    const { client, requestId } = await asked();
    const stranger = randomUUID();
    await service.happen(
      messageAbout(requestId, stranger).sent(),
      messageAbout(requestId, stranger).withheld('no-consent'),
    );
    expect(await shown(client)).toMatchObject({ reachedAt: null, notReached: null });
  });
});

describe('a client to whom a message went out', () => {
  it('was asked, and reminded as often as reminders went out', async () => {
    const { client, requestId } = await asked();
    await service.happen(messageAbout(requestId, client).sent());
    await later(25 * hour);
    expect(await shown(client)).toMatchObject({ status: 'open', remindersSent: 0 });
    await service.happen(messageAbout(requestId, client, 'reminder').sent());
    expect(await shown(client)).toMatchObject({ remindersSent: 1 });
    await later(97 * hour);
    expect(await expiries(client)).toMatchObject([{ requestId, reached: true }]);
    await service.moveClock(0);
  });

  it('was asked even if that is heard of only after the time was over, which is then told once more', async () => {
    const { client, requestId } = await asked();
    const { sent } = messageAbout(requestId, client);
    await later(97 * hour);
    await service.happen(sent());
    expect(await expiries(client)).toMatchObject([{ reached: false }, { requestId, reached: true }]);
    await service.happen(messageAbout(requestId, client, 'reminder').sent());
    expect(await expiries(client)).toHaveLength(2);
    await service.moveClock(0);
  });

  it('was not asked by one that came when the time was over', async () => {
    const { client, requestId } = await asked();
    await later(97 * hour);
    await service.happen(
      messageAbout(requestId, client).sent(new Date(Date.now() + 98 * hour).toISOString()),
    );
    expect(await expiries(client)).toMatchObject([{ reached: false }]);
    await service.moveClock(0);
  });
});

it('a link that was handed over counts once it was opened, and one that never was does not', async () => {
  const given = async () => {
    const { client, therapist } = await service.inCare();
    const as = { person: therapist, roles: ['therapist' as const] };
    const body = { clientId: client, instrument: { url: alliance } };
    const { link } = (await service.post('/requests', { as, body })).body;
    return { client, token: String(link).split('#')[1]! };
  };
  const [kept, opened] = [await given(), await given()];
  const open = () => service.get('/check-in', { headers: { 'attune-link': opened.token } });
  expect((await open()).status).toBe(200);
  const { reachedAt } = await shown(opened.client);
  await later(hour);
  expect((await open()).status).toBe(200);
  expect(await shown(opened.client)).toMatchObject({ reachedAt });
  await later(8 * 24 * hour);
  expect(await expiries(opened.client)).toMatchObject([{ delivery: 'by-hand', reached: true }]);
  expect(await expiries(kept.client)).toMatchObject([{ delivery: 'by-hand', reached: false }]);
});
