import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OpenApi } from '../../domain/merge-openapi.ts';
import { type Stack, startStack } from '../../test-stack/stack.ts';

let stack: Stack;

const part = (path: string, operation: object): { body: OpenApi } => ({
  body: { openapi: '3.1.0', info: { title: 'part', version: '1' }, paths: { [path]: { get: operation } } },
});

beforeAll(async () => {
  stack = await startStack();
  for (const [name, service] of Object.entries(stack.services)) {
    service.answers.set('/openapi.json', part(`/api/${name}/things`, { responses: {} }));
  }
  const open = part('/api/questionnaires/check-in', { security: [], responses: {} });
  stack.services.questionnaires.answers.set('/openapi.json', open);
}, 120_000);
afterAll(() => stack.stop());

it('describes the whole platform in one document, even while a service is away and after it is back', async () => {
  const read = async () => {
    const answer = await fetch(`${stack.origin}/api/openapi.json`);
    return { missing: answer.headers.get('attune-missing'), document: (await answer.json()) as OpenApi };
  };
  await stack.services.alerting.stop();
  const before = await read();
  expect(before.missing).toBe('alerting');
  expect(before.document.paths).not.toHaveProperty(['/api/alerting/things']);
  await stack.services.alerting.start();
  const { missing, document } = await read();
  expect(missing).toBeNull();
  expect(Object.keys(document.paths ?? {})).toEqual(
    expect.arrayContaining(['/auth/session', '/api/live', '/api/alerting/things', '/api/scoring/things']),
  );
  expect(document).toMatchObject({
    openapi: '3.1.0',
    servers: [{ url: stack.origin }],
    security: [{ bearer: [] }, { session: [] }],
    components: { securitySchemes: { bearer: { type: 'http' }, session: { name: 'attune-session' } } },
    paths: {
      '/api/questionnaires/check-in': { get: { security: [] } },
      // Whoever is not signed in may ask, and is told so.
      '/auth/session': { get: { security: [{ session: [] }, {}] } },
    },
  });
});
