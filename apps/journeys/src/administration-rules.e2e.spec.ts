import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { call, until } from './platform/api.ts';
import { openBrowser, type OpenBrowser } from './platform/browser.ts';
import { answer, ask, newClient, personOf } from './platform/clients.ts';
import { expectSound, openPage, pageOf } from './platform/pages.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

let platform: PlatformInUse;
let browser: OpenBrowser;

beforeAll(async () => {
  platform = await sharedPlatform();
  browser = await openBrowser();
}, 360_000);
afterAll(() => browser?.close());

const as = (name: RegExp, width?: number): Promise<Page> => pageOf(browser, platform.origin, name, width);
const open = (page: Page, path: string, heading: string) => openPage(page, platform.origin + path, heading);
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const notForYou = (page: Page) => page.getByText('Not for your role').waitFor();

describe('rules', () => {
  it('are taken at another price, changed, tried with their list and written down', async () => {
    const lead = await as(/Sofia/);
    await open(lead, '/admin/rules/new', 'Write a new version of the rules');
    await lead.getByRole('radio', { name: /1.4 standard deviations below/ }).check();
    await lead.waitForURL(/point=1.4/);
    const name = `journey-${Date.now()}`;
    await lead.getByLabel('Name of the set').fill(name);
    await lead.getByRole('textbox', { name: 'Title' }).fill(name);
    await lead
      .getByLabel(/^Cut-off/)
      .first()
      .fill('31');
    await lead.getByLabel('Standard deviations worse').first().fill('-1');
    await button(lead, 'Try it on our history').click();
    await lead
      .getByRole('alert')
      .getByText(/^Alliance total well below .*: Standard deviations worse/)
      .waitFor();
    await lead.getByLabel('Standard deviations worse').first().fill('1.5');
    await button(lead, 'Try it on our history').click();
    await lead.getByText(/it would have raised/).waitFor();
    await lead.getByRole('columnheader', { name: 'Why' }).waitFor();
    await expectSound(lead);
    await button(lead, 'Write it down').click();
    await lead.getByText(`Written down as “${name}, version 1”.`, { exact: false }).waitFor();
    await open(lead, '/admin/rules', 'Rules that raise alerts');
    await lead.getByRole('region', { name: `${name}, version 1` }).waitFor();
    await expectSound(lead);
  }, 120_000);

  it('whose alerts helped nobody are seen by those who may tune them', async () => {
    const [operations, therapist] = [await platform.token('operations'), await platform.token('therapist')];
    const name = `Useful ${Date.now().toString(36)}`;
    const clientId = await newClient(platform, operations, { name, staffId: personOf(therapist) });
    await answer(platform, await until(() => ask(platform, operations, clientId)), 1);
    const alerts = `${platform.origin}/api/alerting/alerts`;
    const list = () =>
      call<{ items: { alertId: string; version: number }[] }>(`${alerts}?clientId=${clientId}`, {
        token: therapist,
      });
    const alert = await until(async () => (await list()).body.items[0]);
    const resolved = await call(`${alerts}/${alert.alertId}/resolve`, {
      ...{ token: therapist, method: 'POST', headers: { 'if-match': `"${alert.version}"` } },
      body: { outcome: 'not-a-rupture', useful: false },
    });
    expect(resolved.status).toBe(200);
    const lead = await as(/Sofia/, 390);
    await open(lead, '/admin/rules', 'Rules that raise alerts');
    const said = lead.getByRole('region', { name: 'Were the alerts useful?' });
    const row = said.getByRole('row', { name: /^Alliance total below 30/ });
    expect(Number(await row.getByRole('cell').nth(1).textContent())).toBeGreaterThan(0);
    await said.getByRole('heading', { name: /^By how many alerts the same person had/ }).waitFor();
    await said
      .getByRole('rowheader', { name: /^\d+.* alerts?/ })
      .first()
      .waitFor();
    await expectSound(lead);
    const admin = await as(/Admin/i);
    await open(admin, '/admin/rules', 'Rules that raise alerts');
    expect(await admin.getByText('Were the alerts useful?').count()).toBe(0);
  }, 60_000);

  it('are tried by an administrator without the clients, and written by nobody else', async () => {
    const admin = await as(/Admin/i, 768);
    await open(admin, '/admin/rules', 'Rules that raise alerts');
    await button(admin, 'Try it on our history').first().click();
    await admin.getByText('Which clients they are is for the clinic lead to see.').waitFor();
    await expectSound(admin);
    const page = await as(/Tomas/);
    await page.goto(`${platform.origin}/admin/rules/new`);
    await notForYou(page);
  }, 90_000);
});
