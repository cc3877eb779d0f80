import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, type OpenBrowser } from './platform/browser.ts';
import { ask, newClient, personOf } from './platform/clients.ts';
import { pageOf } from './platform/pages.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

const folder = fileURLToPath(new URL('../../../docs/guides/pictures', import.meta.url));

let platform: PlatformInUse;
let browser: OpenBrowser;

beforeAll(async () => {
  platform = await sharedPlatform();
  browser = await openBrowser();
  await mkdir(folder, { recursive: true });
}, 360_000);
afterAll(() => browser?.close());

/** A picture for the guides, of what is there when nothing moves any more. */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.locator('[role="status"][aria-label^="Loading"]').first().waitFor({ state: 'detached' });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  expect((await stat(path)).size).toBeGreaterThan(5_000);
}

async function open(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(platform.origin + path);
  await page.getByRole('heading', { name: heading }).first().waitFor();
}

it('of what operations look at', async () => {
  const page = await pageOf(browser, platform.origin, /Tomas/, 1440);
  for (const [path, heading, name] of [
    ['/caseload', 'Caseload', 'caseload'],
    ['/day', 'Day', 'day'],
    ['/therapists', 'Therapists', 'therapists'],
    ['/admin', 'What clients are asked, and when', 'check-ins'],
  ] as const) {
    await open(page, path, heading);
    await take(page, name);
  }
}, 120_000);

it('of what a therapist looks at, in light and dark, on a desk, a tablet and a phone', async () => {
  for (const [width, scheme, name] of [
    [1440, 'light', 'inbox'],
    [768, 'dark', 'inbox-tablet-dark'],
    [390, 'light', 'inbox-phone'],
  ] as const) {
    const page = await pageOf(browser, platform.origin, /Mara/, width);
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, '/', 'Alerts');
    const alert = page.locator('.alert', { hasText: 'the alliance was rated' }).first();
    await alert.getByRole('button', { name: 'What to do' }).click();
    await page.locator('figure.course svg').first().waitFor();
    await take(page, name);
    if (width !== 1440) continue;
    const client = (await alert.getByRole('link').first().textContent()) ?? '';
    await alert.getByRole('link').first().click();
    await page.getByRole('heading', { name: client, level: 1 }).waitFor();
    await page.getByRole('button', { name: 'What to do' }).waitFor();
    await page.locator('figure.course svg').first().waitFor();
    await take(page, 'client');
  }
}, 120_000);

it('of what a client looks at', async () => {
  const operations = await platform.token('operations');
  const staffId = personOf(await platform.token('therapist'));
  const clientId = await newClient(platform, operations, { name: 'Pia Picture', staffId });
  const page = await browser.page(390);
  const link = await ask(platform, await platform.token('therapist'), clientId);
  await page.goto(`${platform.origin}/check-in/#${String(link)}`);
  await page.getByRole('button', { name: /Start/ }).waitFor();
  await take(page, 'form-start');
  await page.getByRole('button', { name: /Start/ }).click();
  await page.getByRole('radio').first().waitFor();
  await take(page, 'form-item');
}, 120_000);
