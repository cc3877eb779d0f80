import { expect, it } from '@jest/globals';
import { call, until } from './platform/api.ts';
import { answer, ask, newClient, personOf } from './platform/clients.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

it('scores each acknowledged response once although services are killed meanwhile', async () => {
  const platform = await sharedPlatform();
  const operations = await platform.token('operations');
  const therapistId = personOf(await platform.token('therapist'));
  const clients = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      newClient(platform, operations, { name: `Stream ${i}`, staffId: therapistId }),
    ),
  );
  const submitted: { clientId: string; responseId: string }[] = [];
  const stream = async () => {
    for (let round = 0; round < 5; round++) {
      for (const clientId of clients) {
        const link = await until(() => ask(platform, operations, clientId));
        submitted.push({ clientId, responseId: await answer(platform, link, 4) });
      }
    }
  };
  const torment = async () => {
    for (const service of ['scoring', 'alerting', 'scoring', 'caseload']) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      for (const pid of await platform.pidsOf(service)) process.kill(pid, 'SIGKILL');
    }
  };
  await Promise.all([stream(), torment()]);

  const scored = await until(async () => {
    const found: string[] = [];
    for (const clientId of clients) {
      const url = `${platform.origin}/api/scoring/scores?clientId=${clientId}&limit=100`;
      const page = await call<{ items?: { responseId: string }[] }>(url, { token: operations });
      found.push(...(page.body.items ?? []).map(({ responseId }) => responseId));
    }
    return found.length >= submitted.length && found;
  }, 60_000);
  expect(scored.toSorted()).toEqual(submitted.map(({ responseId }) => responseId).toSorted());
}, 480_000);
