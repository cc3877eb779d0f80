import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

const app = fileURLToPath(new URL('..', import.meta.url));
const vite = fileURLToPath(new URL('../../../node_modules/vite/bin/vite.js', import.meta.url));
const most = 25 * 1024;
/** As it is built for people, beside what may be running. */
const out = mkdtempSync(join(tmpdir(), 'attune-check-in-'));

beforeAll(async () => {
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', CHECK_IN_OUT: out };
  for (const config of ['vite.config.ts', 'vite.worker.config.ts']) {
    const words = [vite, 'build', '--logLevel', 'warn', '--config', config];
    await promisify(execFile)(process.execPath, words, { cwd: app, env });
  }
}, 60_000);
afterAll(() => {
  rmSync(out, { recursive: true });
});

const files = () => ['sw.js', ...readdirSync(join(out, 'assets')).map((each) => `assets/${each}`)];
const sizeOf = (file: string) => gzipSync(readFileSync(join(out, file))).length;

it('a client loads at most 25 kB of compressed JavaScript, whatever their language, worker and all', () => {
  const scripts = files().filter((each) => each.endsWith('.js'));
  const dictionaries = scripts.filter((each) => /\/(hi|ar)-/.test(each));
  expect(dictionaries).toHaveLength(2);
  const rest = scripts
    .filter((each) => !dictionaries.includes(each))
    .reduce((sum, each) => sum + sizeOf(each), 0);
  const largest = Math.max(...dictionaries.map(sizeOf));
  expect(rest + largest).toBeLessThanOrEqual(most);
});

it('the worker keeps every script and style of this build for when there is no connection', () => {
  const worker = readFileSync(join(out, 'sw.js'), 'utf8');
  const kept = files().filter((each) => /^assets\/.*\.(js|css)$/.test(each));
  expect(kept.length).toBeGreaterThan(3);
  for (const each of kept) expect(worker).toContain(`/check-in/${each}`);
});
