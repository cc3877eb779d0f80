import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Stack, startStack } from '../../test-stack/stack.ts';

let stack: Stack;

beforeAll(async () => {
  stack = await startStack();
  for (const service of Object.values(stack.services)) {
    service.answers.set('/health/ready', { body: { status: 'ready' } });
  }
}, 120_000);
afterAll(() => stack.stop());

async function readiness(): Promise<[number, unknown]> {
  const answer = await fetch(`${stack.origin}/health/ready`);
  return [answer.status, await answer.json()];
}

it('says ready only when every service is, and names those that are not', async () => {
  expect(await readiness()).toMatchObject([200, { status: 'ready', notReady: [] }]);

  stack.services.scoring.answers.set('/health/ready', { status: 503, body: { status: 'not-ready' } });
  await stack.services.caseload.stop();
  expect(await readiness()).toMatchObject([
    503,
    {
      status: 'not-ready',
      notReady: ['scoring', 'caseload'],
      services: { scoring: 'not-ready', caseload: 'unreachable', alerting: 'ready', identity: 'ready' },
    },
  ]);

  stack.services.scoring.answers.set('/health/ready', { body: { status: 'degraded' } });
  await stack.services.caseload.start();
  expect(await readiness()).toMatchObject([200, { status: 'degraded', notReady: [] }]);
});
