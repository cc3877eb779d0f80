import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { freePort } from '../machine/ports.ts';
import { startMailCatcher, type MailCatcher } from './mail-catcher.ts';

let catcher: MailCatcher;
let ports: { smtp: number; page: number };
beforeAll(async () => {
  ports = { smtp: await freePort(), page: await freePort() };
  catcher = await startMailCatcher(ports);
  const transport = createTransport(`smtp://127.0.0.1:${ports.smtp}`);
  await transport.sendMail({
    ...{ from: 'a@example.org', to: 'b@example.org', messageId: '<one@example.org>' },
    subject: '<script>alert(1)</script>',
    text: 'Plain </pre><script>alert(2)</script>',
    html: '<p>A <a href="https://a.example/#token">link</a></p>',
  });
  transport.close();
});
afterAll(() => catcher.stop());

/** By hand: `fetch` would put the path and the host right. */
const get = (path: string, host = `localhost:${ports.page}`) =>
  new Promise<{ status: number; policy: string; body: string }>((resolve, reject) => {
    request({ host: '127.0.0.1', port: ports.page, path, headers: { host } }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () => {
        const policy = String(response.headers['content-security-policy']);
        resolve({ status: response.statusCode ?? 0, policy, body });
      });
    })
      .on('error', reject)
      .end();
  });

describe('a mail that was caught', () => {
  it('is kept as it came', () => {
    expect(catcher.mails()).toMatchObject([
      { id: 1, messageId: '<one@example.org>', to: 'b@example.org', subject: '<script>alert(1)</script>' },
    ]);
  });

  it.each(['/', '/mail?id=1'])('is text on the page %s, and nothing that runs', async (path) => {
    const { status, policy, body } = await get(path);
    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(body).toContain('&lt;script&gt;alert(1)');
    expect(body).not.toContain('<script');
  });

  it('is shown in a sandbox, its links open elsewhere', async () => {
    const { policy, body } = await get('/body?id=1');
    expect(policy).toMatch(/^default-src 'none'.* sandbox allow-popups allow-popups-to-escape-sandbox$/);
    expect(body).toMatch(/^<base target="_blank"><p>A <a href="https:\/\/a\.example\/#token">/);
  });
});

describe('the page', () => {
  it('has nothing for a name that somebody else made point here', async () => {
    for (const path of ['/', '/mails', '/body?id=1']) {
      const { status, body } = await get(path, 'evil.example');
      expect([status, body]).toEqual([404, 'There is nothing here.']);
    }
  });

  it.each(['//', '/mail?id=2', '/mail', '/other'])('has nothing at %s, and goes on', async (path) => {
    expect((await get(path)).status).toBe(404);
    expect((await get('/')).status).toBe(200);
  });
});
