import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from './platform/api.ts';
import { openBrowser, type OpenBrowser } from './platform/browser.ts';
import { expectSound, pageOf } from './platform/pages.ts';
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
const open = async (page: Page, path: string, heading: string) => {
  await page.goto(platform.origin + path);
  await page.getByRole('heading', { name: heading, exact: true, level: 1 }).waitFor();
};
const nav = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link');

it('without a connection a page that was not fetched yet says so within the frame, and goes on when there is one', async () => {
  const page = await as(/Sofia/, 1280);
  const context = page.context();
  await open(page, '/preferences', 'What I am told by email');
  // Before the app has fetched its pages by itself: a person who is quick, or a train in a tunnel.
  await context.setOffline(true);
  await nav(page).filter({ hasText: 'Trends' }).click();
  await page.getByRole('heading', { name: 'No connection', level: 1 }).waitFor();
  await nav(page).first().waitFor();
  await expectSound(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Tried again, without success so far.').waitFor();
  await context.setOffline(false);
  await page.getByRole('heading', { name: 'Trends', level: 1 }).waitFor();
}, 60_000);

it('has fetched its pages before the connection is lost', async () => {
  const page = await as(/Sofia/, 1280);
  await open(page, '/preferences', 'What I am told by email');
  await until(() =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/brief.page-')),
    ),
  );
  await page.context().setOffline(true);
  await nav(page).filter({ hasText: 'Trends' }).click();
  await page.getByRole('heading', { name: 'Trends', level: 1 }).waitFor();
  await page.context().setOffline(false);
}, 60_000);

it('a connection that is away while pages are fetched ahead costs nothing afterwards', async () => {
  const page = await as(/Sofia/, 1280);
  await open(page, '/preferences', 'What I am told by email');
  await page.context().setOffline(true);
  // Longer than the app waits before it fetches ahead.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  await page.context().setOffline(false);
  await nav(page).filter({ hasText: 'Trends' }).click();
  await page.getByRole('heading', { name: 'Trends', level: 1 }).waitFor();
}, 60_000);

it('loads itself anew where a script is missing, once, and keeps what is half written', async () => {
  const page = await as(/Mara/, 1280);
  let [refused, loads] = [0, 0];
  page.on('load', () => (loads += 1));
  await page.route('**/assets/day.page-*', (route) => {
    refused += 1;
    return route.abort();
  });
  await open(page, '/', 'Alerts');
  const card = page.locator('.alert').filter({ hasNotText: 'Safety' }).first();
  await card.getByRole('button', { name: 'What to do' }).click();
  await card.getByLabel('Write a note').fill('Half a thought');
  const before = loads;
  await nav(page).filter({ hasText: 'My day' }).click();
  await page.getByText('This page could not be fetched.').waitFor();
  await until(() => Promise.resolve(loads === before + 1 && refused >= 2));
  await page.unroute('**/assets/day.page-*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'My day', level: 1 }).waitFor();
  await nav(page).filter({ hasText: 'Alerts' }).click();
  await card.getByRole('button', { name: 'What to do' }).click();
  expect(await card.getByLabel('Write a note').inputValue()).toBe('Half a thought');
}, 90_000);

it('without a connection the list stands, the bar keeps its shape, and it is said, on a phone', async () => {
  const page = await as(/Mara/, 390);
  await open(page, '/', 'Alerts');
  const card = page.locator('.alert').first();
  await card.waitFor();
  // Before it was fetched ahead: what an alert opens is a script of its own.
  await page.context().setOffline(true);
  await page.locator('#content').getByText('Reconnecting…').waitFor();
  const header = await page.locator('.frame-header').boundingBox();
  const tabs = await page.getByRole('navigation', { name: 'Main' }).boundingBox();
  expect((tabs?.y ?? 0) + (tabs?.height ?? 0)).toBeLessThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
  await card.getByRole('button', { name: 'What to do' }).click();
  await card.getByText('Attune cannot be reached.').first().waitFor();
  expect(await page.locator('.alert').count()).toBeGreaterThan(1);
  await expectSound(page);
  await page.context().setOffline(false);
}, 60_000);
