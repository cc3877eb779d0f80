import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { linkMinted } from '@attune/contracts';
import { runningService, type RunningService } from '../../test-stack/running-service.ts';
import { hashOf, newToken } from '../link-token.ts';
import { FollowLinksConsumer } from './follow-links.consumer.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

/** What notifications says about a link in a message; gives the token that is in the mail alone. */
async function mint(requestId: string, clientId: string): Promise<string> {
  const token = newToken();
  const data = {
    ...linkMinted.example,
    ...{ requestId, clientId, tokenHash: hashOf(token).toString('base64url') },
  };
  await service.db.asWorker((tx) =>
    service.app.get(FollowLinksConsumer).minted(data, { tx } as Parameters<FollowLinksConsumer['minted']>[1]),
  );
  return token;
}
const open = (link: string) => service.get('/check-in', { link });

it('a link in a message opens its request, and beside it the others of the same request', async () => {
  const care = await service.treated();
  const { requestId, link } = await service.ask(care.therapist, care.client);
  const token = await mint(requestId, care.client);
  for (const each of [token, link]) {
    expect((await open(each)).body).toMatchObject({ requestId });
  }
});

it('a link for a request that there is not, or that is another client’s, opens nothing', async () => {
  const [care, other] = [await service.treated(), await service.treated()];
  const { requestId } = await service.ask(care.therapist, care.client);
  expect((await open(await mint(randomUUID(), care.client))).status).toBe(404);
  expect((await open(await mint(requestId, other.client))).status).toBe(404);
});
