import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack } from '../../test-stack/stack.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-pages-'));
const roots = { WEB_ROOT: join(folder, 'web'), CHECK_IN_ROOT: join(folder, 'check-in') };
let stack: Stack;

function write(root: string, path: string, text: string): void {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeAll(async () => {
  stack = await startStack(roots);
  // Built after the gateway has started, as in `npm start`.
  write(roots.WEB_ROOT, 'index.html', '<title>web</title><script nonce="__CSP_NONCE__"></script>');
  write(roots.WEB_ROOT, 'assets/app-1a2b.js', `export default '${'long '.repeat(1_000)}'`);
  write(roots.WEB_ROOT, 'favicon.svg', '<svg/>');
  write(roots.CHECK_IN_ROOT, 'index.html', '<title>check-in</title>');
  write(roots.CHECK_IN_ROOT, 'sw.js', 'self.x = 1');
}, 120_000);
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(stack.origin + path, { headers, redirect: 'manual' });

describe('the staff app’s page', () => {
  it.each(['/', '/alerts', '/clients/1234?tab=course'])('answers at %s', async (path) => {
    const page = await get(path);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await page.text()).toContain('<title>web</title>');
  });

  it('allows the scripts that carry its own nonce, another one each time, and no others', async () => {
    const pages = await Promise.all([get('/'), get('/')]);
    const nonces = await Promise.all(
      pages.map(async (page) => {
        const nonce = /nonce="([^"]+)"/.exec(await page.text())?.[1] ?? '';
        const policy = page.headers.get('content-security-policy') ?? '';
        expect(policy).toContain(`script-src 'self' 'nonce-${nonce}';`);
        expect(policy).not.toContain('unsafe');
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(nonces[0]).toHaveLength(24);
  });
});

describe('a file', () => {
  it('with its content in its name is kept for good, and compressed on its way', async () => {
    const file = await get('/assets/app-1a2b.js', { 'accept-encoding': 'br' });
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('content-encoding')).toBe('br');
    expect(await file.text()).toContain('long long');
  });

  it('goes out as the build has packed it, to whoever can unpack it', async () => {
    write(roots.WEB_ROOT, 'assets/packed-3c4d.js', 'export default 1');
    writeFileSync(join(roots.WEB_ROOT, 'assets/packed-3c4d.js.br'), brotliCompressSync('export default 1'));
    const packed = await get('/assets/packed-3c4d.js', { 'accept-encoding': 'br' });
    expect([packed.headers.get('content-encoding'), await packed.text()]).toEqual(['br', 'export default 1']);
    expect(packed.headers.get('content-type')).toContain('javascript');
    expect(packed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const plain = await get('/assets/packed-3c4d.js', { 'accept-encoding': 'identity' });
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, 'export default 1']);
  });

  it.each(['/favicon.svg', '/check-in/sw.js'])('with a lasting name is asked for again: %s', async (path) => {
    const file = await get(path);
    expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    const again = await get(path, {
      'if-none-match': file.headers.get('etag') ?? '',
      // Otherwise `fetch` adds `no-cache`, which asks for the whole file.
      'cache-control': 'max-age=0',
    });
    expect(again.status).toBe(304);
  });

  it('that works behind the form may fetch from its own origin, and nothing else', async () => {
    const policy = (await get('/check-in/sw.js')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; connect-src 'self'");
    const other = (await get('/check-in/assets/none.js')).headers.get('content-security-policy');
    expect(other).not.toContain('connect-src');
  });

  it.each(['/assets/gone.js', '/check-in/gone.css'])(
    'that is gone does not become a page: %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it.each(['/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/etc/hosts.txt'])(
    'outside of the app cannot be had: %s',
    async (path) => {
      const answer = await get(path);
      expect(await answer.text()).not.toContain('attune');
      expect(answer.status).toBeGreaterThanOrEqual(400);
    },
  );
});

it.each(['/check-in/', '/check-in/thanks'])('serves the client’s form at %s', async (path) => {
  expect(await (await get(path)).text()).toContain('<title>check-in</title>');
});

it('leads the form’s address without its slash to the form', async () => {
  expect((await get('/check-in')).headers.get('location')).toBe('/check-in/');
});

it.each(['/', '/assets/app-1a2b.js', '/auth/session', '/api/scoring/x', '/nothing.txt'])(
  'protects every answer: %s',
  async (path) => {
    const { headers } = await get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('same-origin');
  },
);

it.each(['/metrics/nothing', '/internal/nothing', '/api/nothing', '/health/nothing'])(
  'does not answer with a page at %s',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);
