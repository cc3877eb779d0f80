import { afterEach, expect, it, jest } from '@jest/globals';
import { fresh } from './kept.ts';
import { reopened, send } from './send.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

const kept = {
  ...fresh('token'),
  queued: [{ linkId: 'goals-1', value: 3 }],
  queuedAt: '2026-11-30T09:50:00.000Z',
};
const answering = (status: number, body: object) =>
  jest.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json(body, { status })));

it('what waited says with every attempt when it was sent off, under the same key', async () => {
  const fetched = answering(503, {});
  await send(kept);
  await send(kept);
  for (const [, init] of fetched.mock.calls) {
    expect(JSON.parse(init?.body as string)).toEqual({ answers: kept.queued, answeredAt: kept.queuedAt });
    expect(init?.headers).toMatchObject({ 'idempotency-key': kept.key });
  }
  expect(fetched).toHaveBeenCalledTimes(2);
});

it('what was refused is sent off anew, as of then', () => {
  expect(reopened(kept)).not.toHaveProperty('queuedAt');
});
