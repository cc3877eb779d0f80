import { beforeAll, expect, it } from '@jest/globals';
import { readEvents } from '../bench/event-stream.ts';
import { until } from './platform/api.ts';
import { answer, ask, newClient, personOf } from './platform/clients.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

let platform: PlatformInUse;

beforeAll(async () => {
  platform = await sharedPlatform();
}, 360_000);

it('whoever treats a client hears at once that they answered, and no other therapist does', async () => {
  const [operations, therapist] = [await platform.token('operations'), await platform.token('therapist')];
  const stranger = await platform.forge({ person: crypto.randomUUID(), roles: ['therapist'] });
  const name = `Live ${Date.now().toString(36)}`;
  const clientId = await newClient(platform, operations, { name, staffId: personOf(therapist) });
  const heard = { therapist: '', stranger: '' };
  const listen = (who: keyof typeof heard, token: string) =>
    readEvents(`${platform.origin}/api/live`, { authorization: `Bearer ${token}` }, (data) => {
      heard[who] += data;
    });
  const ends = [await listen('therapist', therapist), await listen('stranger', stranger)];
  const link = await until(() => ask(platform, operations, clientId));
  await answer(platform, link, 5);
  await until(() => Promise.resolve(heard.therapist.includes(clientId)));
  expect(heard.stranger).not.toContain(clientId);
  for (const end of ends) end();
}, 60_000);
