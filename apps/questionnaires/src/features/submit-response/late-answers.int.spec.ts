import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { allianceAnswers, runningService, type RunningService } from '../../test-stack/running-service.ts';
import { SweepRequests } from '../sweep-requests/sweep-requests.sweep.ts';

const hour = 3_600_000;
/** A request is open for a week. */
const end = 168 * hour;
let service: RunningService;
let began: number;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterEach(() => service.moveClock(0));
afterAll(() => service.stop());

async function asked() {
  began = Date.now();
  const { client, therapist } = await service.treated();
  return { client, therapist, ...(await service.ask(therapist, client)) };
}
async function later(ms: number) {
  await service.moveClock(ms);
  await service.app.get(SweepRequests, { strict: false }).sweep();
}
const after = (ms: number) => new Date(began + ms).toISOString();
const submit = (link: string, answeredAt?: string, key = randomUUID()) =>
  service.post('/check-in/responses', { link, key, body: { answers: allianceAnswers(), answeredAt } });
const whats = async (client: string) =>
  (await service.events(client)).map(({ type }) => type.split('.')[2] as string);

it('answers that were sent in time and arrive within a day are taken as of then, and close what had expired', async () => {
  const { client, therapist, link, requestId } = await asked();
  await later(end + 20 * hour);
  expect(await whats(client)).toEqual(['request-issued', 'request-expired']);
  const [answeredAt, key] = [after(end - hour), randomUUID()];
  const { status, body } = await submit(link, answeredAt, key);
  expect([status, body]).toMatchObject([201, { submittedAt: answeredAt }]);
  const read = await service.get(`/responses/${body.responseId}`, { as: therapist });
  expect(read.body).toMatchObject({ requestId, answeredAt, mode: 'link', answers: allianceAnswers() });
  const [request] = (await service.get(`/requests?clientId=${client}`, { as: therapist })).body.items;
  expect(request).toMatchObject({ status: 'answered', responseId: body.responseId });
  expect((await whats(client)).slice(2)).toEqual(['answers-submitted', 'response-submitted']);
  const told = JSON.parse((await service.events(client)).at(-1)!.data);
  expect(told).toMatchObject({ answeredAt });
  expect(Date.parse(told.submittedAt)).toBeGreaterThan(began + end);
  // It counts once, however often and however late it is sent.
  await later(end + 30 * hour);
  expect(await submit(link, answeredAt, key)).toMatchObject({ status: 201, body });
  expect((await submit(link, answeredAt)).body.code).toBe('link-used');
  expect(await whats(client)).toHaveLength(4);
}, 30_000);

it('answers that were sent afterwards, of which nobody says when, or that arrive a day late, are refused', async () => {
  const { client, link } = await asked();
  await later(end + hour);
  const code = async (answeredAt?: string) => (await submit(link, answeredAt)).body.code;
  expect(await code()).toBe('link-expired');
  expect(await code(after(end + hour / 2))).toBe('link-expired');
  await later(end + 25 * hour);
  expect(await code(after(end - hour))).toBe('link-expired');
  expect(await whats(client)).toEqual(['request-issued', 'request-expired']);
}, 30_000);

it('what was taken back is not answered late', async () => {
  const { therapist, link, requestId } = await asked();
  await service.post(`/requests/${requestId}/revoke`, { as: therapist });
  await later(end + hour);
  expect((await submit(link, after(hour))).body.code).toBe('link-revoked');
}, 30_000);
