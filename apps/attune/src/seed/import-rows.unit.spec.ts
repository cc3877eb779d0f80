import { expect, test } from '@jest/globals';
import type { Api } from '../api/api-client.ts';
import { importRows } from './import-rows.ts';

function recordingApi() {
  const sizes: number[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const api: Api = {
    get: () => Promise.reject(new Error('an import only posts')),
    async post<T>(_path: string, body?: unknown): Promise<T> {
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      sizes.push((body as { rows: unknown[] }).rows.length);
      await new Promise((resolve) => setTimeout(resolve, 1));
      atOnce--;
      return undefined as T;
    },
  };
  return { api, sizes, mostAtOnce: () => mostAtOnce };
}

const rows = Array.from({ length: 1_700 }, (_, index) => index);

test('every row is sent once, in chunks, a few at a time', async () => {
  const { api, sizes, mostAtOnce } = recordingApi();
  let imported = 0;
  await importRows(api, '/x', 'rows', rows, (count) => (imported += count), new AbortController().signal);
  expect(sizes.sort()).toEqual([200, 500, 500, 500]);
  expect(imported).toBe(1_700);
  expect(mostAtOnce()).toBe(2);
});

test('an interrupted import stops sending', async () => {
  const { api, sizes } = recordingApi();
  const stop = new AbortController();
  const running = importRows(api, '/x', 'rows', rows, () => stop.abort(), stop.signal);
  await expect(running).rejects.toThrow('aborted');
  expect(sizes.length).toBeLessThan(4);
});
