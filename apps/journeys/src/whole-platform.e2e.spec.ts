import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, until } from './platform/api.ts';
import { faultsOf, openBrowser, type OpenBrowser, signIn } from './platform/browser.ts';
import { answer, ask, newClient } from './platform/clients.ts';
import { type RunningPlatform, startPlatform } from './platform/running-platform.ts';

let platform: RunningPlatform;
let browser: OpenBrowser;
let operations: string;
let therapist: string;
let therapistId: string;

const personOf = (token: string) =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { person: string }).person;

beforeAll(async () => {
  platform = await startPlatform(28_080);
  browser = await openBrowser();
  [operations, therapist] = [await platform.token('operations'), await platform.token('therapist')];
  therapistId = personOf(therapist);
}, 360_000);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, 60_000);

describe('the demo', () => {
  it('scores a PHQ-9 and an alliance check-in, and alerts the therapist', async () => {
    const { responses } = JSON.parse(await platform.attune('demo', '--json')) as {
      responses: {
        instrument: string;
        scores: { scale: string; value: number }[];
        alert: { rule: string } | null;
      }[];
    };
    expect(responses.map(({ instrument }) => instrument)).toEqual(['phq-9', 'attune-alliance-check-in']);
    expect(responses[0]).toMatchObject({ scores: [{ scale: 'total', value: 12 }], alert: null });
    expect(responses[1]?.scores.map(({ scale }) => scale)).toEqual(['goals', 'tasks', 'bond', 'total']);
    expect(responses[1]?.alert).toMatchObject({ rule: 'alliance-below-cut-off' });
  }, 60_000);
});

describe('from the link to the inbox', () => {
  it('shows a low check-in to the therapist while the page is open, and lets them close the loop', async () => {
    const name = `Journey ${Date.now().toString(36)}`;
    const clientId = await newClient(platform, operations, { name, staffId: therapistId });
    const staff = await browser.page(1280);
    await signIn(staff, platform.origin, /Mara/);
    await staff.getByRole('heading', { name: 'Alerts' }).waitFor();
    expect(await faultsOf(staff)).toEqual([]);

    const phone = await browser.page(390);
    const link = await until(() => ask(platform, operations, clientId));
    await phone.goto(`${platform.origin}/check-in/#${link}`);
    await phone.getByRole('button', { name: /Start/ }).click();
    expect(await faultsOf(phone)).toEqual([]);
    for (let item = 1; item <= 12; item++) {
      await phone.getByRole('radio').first().check();
      await phone.getByRole('button', { name: item < 12 ? 'Next' : 'Send' }).click();
    }
    await phone.getByRole('heading', { name: 'Thank you' }).waitFor();

    await staff.getByRole('button', { name: /Show \d+ new alert/ }).click();
    const card = staff.locator('li', { hasText: name });
    await card.getByRole('button', { name: 'Acknowledge' }).click();
    await card.getByText('Acknowledged').waitFor();
    await card.getByRole('button', { name: 'What to do' }).click();
    await card.getByLabel('Discussed in the session').check();
    await card.getByRole('button', { name: 'Resolve' }).click();
    await card.waitFor({ state: 'detached' });

    await phone.goto('about:blank');
    await phone.goto(`${platform.origin}/check-in/#${link}`);
    await phone.getByRole('heading', { name: 'You have answered already' }).waitFor();
  }, 120_000);
});

describe('access', () => {
  it('refuses every route without a token, with an old one, one for somebody else, and in the wrong role', async () => {
    const { paths } = (
      await call<{ paths: Record<string, Record<string, Operation>> }>(`${platform.origin}/api/openapi.json`)
    ).body;
    interface Operation {
      readonly security?: readonly unknown[];
      readonly 'x-roles'?: readonly string[];
    }
    const person = crypto.randomUUID();
    const everyRole = ['therapist', 'supervisor', 'clinic-lead', 'operations', 'admin', 'integrator'];
    const expired = await platform.forge({ person, roles: everyRole, expired: true });
    const elsewhere = await platform.forge({ person, roles: everyRole, audience: 'another-api' });
    let walked = 0;
    for (const [path, operationsOf] of Object.entries(paths)) {
      for (const [method, { security, 'x-roles': allowed = [] }] of Object.entries(operationsOf)) {
        // The gateway's own sign-in routes know a cookie, not a token.
        if (security?.length === 0 || !path.startsWith('/api/')) continue;
        const url = platform.origin + path.replace(/\{[^}]+\}/g, crypto.randomUUID());
        const verb = method.toUpperCase();
        // Nobody would be in the wrong role where no role is named.
        expect([path, allowed.length]).not.toEqual([path, 0]);
        const roles = everyRole.filter((role) => !allowed.includes(role));
        const wrong = await platform.forge({ person, roles });
        const body = verb === 'GET' ? {} : { body: {} };
        const statuses = [
          (await call(url, { method: verb, ...body })).status,
          (await call(url, { method: verb, token: expired, ...body })).status,
          (await call(url, { method: verb, token: elsewhere, ...body })).status,
          (await call(url, { method: verb, token: wrong, ...body })).status,
        ];
        expect([verb, path, ...statuses]).toEqual([verb, path, 401, 401, 401, 403]);
        walked += 1;
      }
    }
    expect(walked).toBeGreaterThan(25);
  }, 120_000);

  it("keeps a client's record from another therapist", async () => {
    const clientId = await newClient(platform, operations, { name: 'Guarded Person', staffId: therapistId });
    const stranger = await platform.forge({ person: crypto.randomUUID(), roles: ['therapist'] });
    const url = `${platform.origin}/api/caseload/clients/${clientId}`;
    await until(async () => (await call(url, { token: therapist })).status === 200);
    expect((await call(url, { token: stranger })).status).toBe(404);
    expect(
      (await call(`${platform.origin}/api/scheduling/people/${clientId}`, { token: stranger })).status,
    ).toBe(404);
  }, 60_000);
});

describe('delivery', () => {
  it('scores each acknowledged response once although services are killed meanwhile', async () => {
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
  }, 180_000);
});

describe('personal data', () => {
  it('is in no log and no metric', async () => {
    const mark = `Zyxquorn${Date.now().toString(36)}`;
    const clientId = await newClient(platform, operations, { name: mark, staffId: therapistId });
    const link = await until(() => ask(platform, operations, clientId));
    await answer(platform, link, 1);
    await call(`${platform.origin}/api/caseload/clients?search=${mark}`, { token: operations });
    await call(`${platform.origin}/api/scheduling/people`, {
      token: operations,
      method: 'POST',
      body: { kind: mark },
    });
    const logs = readdirSync(join(platform.home, 'logs')).map((file) =>
      readFileSync(join(platform.home, 'logs', file), 'utf8'),
    );
    const metrics = await Promise.all(
      [1, 2, 3, 4, 5].map(async (place) =>
        (await fetch(`http://127.0.0.1:${28_080 + place}/metrics`)).text(),
      ),
    );
    const everything = [...logs, ...metrics].join('\n');
    expect(everything).toContain('attune_submit_to_commit');
    expect(everything.toLowerCase()).not.toContain(mark.toLowerCase());
    expect(everything).not.toContain(link);
  }, 60_000);
});
