import { beforeAll, expect, it } from '@jest/globals';
import { until } from './platform/api.ts';
import { answer, ask, newClient, personOf } from './platform/clients.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

let platform: PlatformInUse;

beforeAll(async () => {
  platform = await sharedPlatform();
}, 360_000);

/** The way of a response that alerts, in the order in which it goes. */
const way: readonly (readonly [service: string, span: string])[] = [
  ['gateway', 'POST /api/questionnaires'],
  ['questionnaires', 'POST /api/questionnaires/check-in/responses'],
  ['questionnaires', 'publish attune.questionnaires.answers-submitted'],
  ['scoring', 'consume attune.questionnaires.answers-submitted'],
  ['scoring', 'publish attune.scoring.response-scored'],
  ['alerting', 'consume attune.scoring.response-scored'],
  ['alerting', 'publish attune.alerting.alert-raised'],
];

it('attune trace shows one trace from the submit through both topics to the alert', async () => {
  const operations = await platform.token('operations');
  const staffId = personOf(await platform.token('therapist'));
  const clientId = await newClient(platform, operations, { name: 'Traced Person', staffId });
  const responseId = await answer(platform, await until(() => ask(platform, operations, clientId)), 1);
  const lines = await until(async () => {
    const text = await platform.attune('trace', responseId).catch(() => '');
    return text.includes('alert-raised') && text.trim().split('\n');
  });
  expect(lines[0]).toMatch(/^trace [0-9a-f]{32}: \d+\.\d ms, \d+ spans$/);
  const found = way.map(([service, span]) =>
    lines.findIndex((line) => line.startsWith(`${service} `) && line.includes(span)),
  );
  expect(found).not.toContain(-1);
  // Lines stand in the order of their beginnings.
  expect(found).toEqual(found.toSorted((one, other) => one - other));
}, 60_000);

it('attune trace says that it knows nothing of another response', async () => {
  const unknown = platform.attune('trace', crypto.randomUUID());
  await expect(unknown).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^No service remembers /),
  });
}, 30_000);
