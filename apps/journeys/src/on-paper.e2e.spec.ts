import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from './platform/api.ts';
import { openBrowser, type OpenBrowser } from './platform/browser.ts';
import { openPage, pageOf } from './platform/pages.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

/** As wide as a sheet of A4. */
const sheet = 794;

let platform: PlatformInUse;
let browser: OpenBrowser;
let page: Page;
let therapistId: string;

beforeAll(async () => {
  platform = await sharedPlatform();
  browser = await openBrowser();
  page = await pageOf(browser, platform.origin, /Tomas/, sheet);
  await open('/caseload', 'Caseload');
  await page.getByLabel('Therapist', { exact: true }).selectOption({ label: 'Dr. Mara Lindqvist' });
  await page.waitForURL(/therapistId=/);
  therapistId = new URL(page.url()).searchParams.get('therapistId') ?? '';
}, 360_000);
afterAll(() => browser?.close());

const open = (path: string, heading: string) => openPage(page, platform.origin + path, heading);
const sheets = async () => {
  const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
  return printed.match(/\/Type\s*\/Page\b/g)?.length ?? Infinity;
};
const says = async (words: string, on = page) => {
  const line = on.locator('.print-only', { hasText: words });
  await line.waitFor({ state: 'attached' });
  expect(await line.isVisible()).toBe(false);
  await on.emulateMedia({ media: 'print' });
  await line.waitFor();
  await on.emulateMedia({ media: null });
};

it('a caseload says what it is narrowed to and sorted by, and nothing where it is not', async () => {
  await open(
    `/caseload?therapistId=${therapistId}&care=all&filter=weeks:1..&sort=-name&search=a`,
    'Caseload',
  );
  await says(
    'Therapist: Dr. Mara Lindqvist · Search: a · Care: All · Weeks in care: at least 1 · Sort by: Name · The other way round',
  );
  await open('/caseload', 'Caseload');
  await page.locator('tr[data-index]').first().waitFor();
  expect(await page.locator('.print-only', { hasNotText: /^The first/ }).count()).toBe(0);
}, 60_000);

it('fifty clients fit on five sheets, in the columns of the screen', async () => {
  await open('/caseload', 'Caseload');
  await page.locator('tr[data-index]').first().waitFor();
  await until(async () => (await sheets()) <= 5);
  for (const path of ['/caseload', '/day?date=2026-11-24']) {
    await open(path, path === '/caseload' ? 'Caseload' : 'Day');
    await page.emulateMedia({ media: 'print' });
    await page.locator('.clients thead').waitFor();
    await page.emulateMedia({ media: null });
  }
}, 60_000);

it('trends say of whom and of which time they are', async () => {
  await open(`/trends?by=month&count=6&until=2026-11-20&therapistId=${therapistId}`, 'Trends');
  await says('Therapist: Dr. Mara Lindqvist · June 2026 to November 2026');
  const supervisor = await pageOf(browser, platform.origin, /Albers/);
  await openPage(supervisor, `${platform.origin}/trends`, 'Trends');
  await says('Supervised by: Prof. Dr. Ruth Albers · ', supervisor);
}, 60_000);

it('a day says whose it is, and which', async () => {
  await open(`/day?date=2026-11-24&therapistId=${therapistId}`, 'Day');
  await says('Therapist: Dr. Mara Lindqvist');
  await page.emulateMedia({ media: 'print' });
  await page.getByText('Tuesday, 24 November 2026').waitFor();
  await page.emulateMedia({ media: null });
  const therapist = await pageOf(browser, platform.origin, /Mara/);
  await openPage(therapist, `${platform.origin}/day`, 'My day');
  await says('Therapist: Dr. Mara Lindqvist', therapist);
}, 60_000);
