import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack } from './test-stack/stack.ts';

let stack: Stack;
let admin: { authorization: string };

beforeAll(async () => {
  stack = await startStack();
  admin = { authorization: `Bearer ${await stack.token('admin')}` };
}, 120_000);
afterAll(() => stack.stop());

describe('the public port', () => {
  it.each([
    '/metrics',
    '/internal/spans?trace=1',
    '/%6detrics',
    '//metrics',
    '/metrics/',
    '/internal%2Fspans',
  ])('knows nothing of %s, not even for an administrator', async (path) => {
    const answer = await fetch(stack.origin + path, { headers: admin });
    expect(answer.ok).toBe(false);
    expect(await answer.text()).not.toMatch(/# TYPE|"spans"/);
  });

  it('says so as every other address that is not there', async () => {
    const answer = await fetch(`${stack.origin}/metrics`);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ status: 404, code: 'not-found', instance: '/metrics' });
  });
});

describe('the internal port', () => {
  const ask = (path: string, headers = {}) => fetch(stack.internalUrl + path, { headers });

  it('has the numbers, whether it lives, and spans for administrators alone', async () => {
    expect(await (await ask('/metrics')).text()).toContain('# TYPE');
    expect((await ask('/health/live')).status).toBe(200);
    expect((await ask('/internal/spans?trace=1', admin)).status).toBe(200);
    expect((await ask('/internal/spans?trace=1')).status).toBe(401);
    const therapist = { authorization: `Bearer ${await stack.token('therapist')}` };
    expect((await ask('/internal/spans?trace=1', therapist)).status).toBe(403);
  });

  it.each(['/', '/api/openapi.json', '/api/scoring/x', '/auth/session', '/identity/jwks'])(
    'answers nothing that is for everybody: %s',
    async (path) => {
      expect((await ask(path, admin)).status).toBe(404);
    },
  );
});
