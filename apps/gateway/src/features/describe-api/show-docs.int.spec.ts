import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Stack, startStack } from '../../test-stack/stack.ts';

let stack: Stack;

beforeAll(async () => {
  stack = await startStack();
}, 120_000);
afterAll(() => stack.stop());

const get = (path: string) => fetch(stack.origin + path);

it('is a page that loads from its own origin alone', async () => {
  const answer = await get('/api/docs');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  const loaded = [...(await answer.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
  expect(loaded).toHaveLength(4);
  const types = await Promise.all(loaded.map(async (path) => (await get(path)).headers.get('content-type')));
  expect(types.map((type) => type?.split(';')[0])).toEqual(
    expect.arrayContaining(['text/css', 'text/javascript', 'image/png']),
  );
});

it('gives out nothing else of the library', async () => {
  for (const path of ['package.json', 'index.html', '../package.json', '%2e%2e/package.json']) {
    const answer = await get(`/api/docs/${path}`);
    expect([path, answer.status]).toEqual([path, 404]);
  }
});
