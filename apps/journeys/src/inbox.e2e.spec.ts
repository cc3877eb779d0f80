import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { until } from './platform/api.ts';
import { faultsOf, openBrowser, type OpenBrowser, signIn } from './platform/browser.ts';
import { answer, ask, newClient, personOf } from './platform/clients.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

let platform: PlatformInUse;
let browser: OpenBrowser;
let operations: string;
let therapistId: string;

beforeAll(async () => {
  platform = await sharedPlatform();
  browser = await openBrowser();
  operations = await platform.token('operations');
  therapistId = personOf(await platform.token('therapist'));
}, 360_000);
afterAll(() => browser?.close());

/** A new client of the therapist who has just given the lowest answers. */
async function unhappyClient(name: string): Promise<string> {
  const clientId = await newClient(platform, operations, { name, staffId: therapistId });
  const link = await until(() => ask(platform, operations, clientId));
  await answer(platform, link, 1);
  return clientId;
}
const placeOf = async (what: Locator) => {
  const box = await what.boundingBox();
  return [box?.x, box?.y];
};
const nameOf = (what: string) => `${what} ${Date.now().toString(36)}`;
const show = (page: Page) => page.getByRole('button', { name: /^Show \d+ new alert/ });
async function inbox(width: number): Promise<Page> {
  const page = await browser.page(width);
  await signIn(page, platform.origin, /Mara/);
  await page.locator('main li').first().waitFor();
  return page;
}

it('a new alert announces itself, and nothing moves, on a wide screen and on a phone', async () => {
  await unhappyClient(nameOf('Calm First'));
  for (const width of [1280, 390]) {
    const page = await inbox(width);
    const links = page.locator('main li .link.strong');
    const before = await Promise.all([placeOf(links.first()), placeOf(links.last()), links.count()]);
    await unhappyClient(nameOf('Calm News'));
    await show(page).waitFor();
    expect(await Promise.all([placeOf(links.first()), placeOf(links.last()), links.count()])).toEqual(before);
    expect(await faultsOf(page)).toEqual([]);
    await page.close();
  }
}, 120_000);

it('what was said by a slip is taken back, and what was put off is woken', async () => {
  const name = nameOf('Slip');
  const page = await inbox(1280);
  await unhappyClient(name);
  await show(page).click();
  const card = page.locator('li', { hasText: name });
  await card.getByRole('button', { name: 'Acknowledge' }).click();
  await page.getByText(`Acknowledged: ${name}.`).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await card.getByRole('button', { name: 'Acknowledge' }).click();
  await card.getByRole('button', { name: 'Start on it' }).click();
  await page.getByText(`Started: ${name}.`).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await card.getByText('Acknowledged', { exact: true }).waitFor();
  await card.getByRole('button', { name: 'Put off' }).click();
  await page.getByRole('menuitem', { name: 'For three days' }).click();
  await page.getByText(`Put off: ${name}.`).waitFor();
  await card.getByText(/^Put off until .*\d:\d\d/).waitFor();
  await page.getByRole('button', { name: /^Put off [1-9]/ }).click();
  await page.waitForURL(/show=put-off/);
  expect(await faultsOf(page)).toEqual([]);
  // What is woken stays where it is as long as nothing else is asked for.
  await card.getByRole('button', { name: 'Wake now' }).click();
  await card.getByText('Acknowledged', { exact: true }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: /^Put off \d/, pressed: true }).waitFor();
  await card.waitFor({ state: 'detached' });
}, 120_000);

it('a note half written is still there, an alert has an address, and the way back is a key', async () => {
  const name = nameOf('Draft');
  const page = await inbox(1280);
  await unhappyClient(name);
  await show(page).click();
  const card = page.locator('li', { hasText: name });
  const more = card.getByRole('button', { name: 'What to do' });
  await more.click();
  await page.waitForURL(/alert=[\da-f-]{36}/);
  const note = card.getByLabel('Write a note');
  await note.fill('A long thought');
  await card.getByRole('button', { name: 'Less' }).click();
  await more.click();
  expect(await note.inputValue()).toBe('A long thought');
  await page.reload();
  await note.waitFor();
  await card.getByLabel('Discussed in the session').check();
  await card.getByRole('button', { name: 'Resolve' }).click();
  await page.getByText(`Resolved: ${name}.`).waitFor();
  await page.keyboard.press('Control+z');
  await card.getByRole('button', { name: 'Acknowledge' }).waitFor();
  await card.locator('button:focus', { hasText: 'Less' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
}, 120_000);

it('on the client’s page it shows at once, a failure loses nothing, and what was closed is opened again', async () => {
  const name = nameOf('Again');
  const clientId = await unhappyClient(name);
  const page = await inbox(1280);
  await page.goto(`${platform.origin}/clients/${clientId}`);
  const card = page.locator('.alert');
  await card.waitFor();
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/acknowledge', async (route) => {
    await held;
    await route.continue();
  });
  await card.getByRole('button', { name: 'Acknowledge' }).click();
  await card.getByText('Acknowledged', { exact: true }).waitFor();
  release();
  await page.getByText(`Acknowledged: ${name}.`).waitFor();

  await card.getByRole('button', { name: 'What to do' }).click();
  await card.getByLabel('Discussed in the session').check();
  await card.getByLabel('Closing note').fill('We spoke.');
  await page.route('**/resolve', (route) => route.abort());
  await card.getByRole('button', { name: 'Resolve' }).click();
  await card.getByText('Attune cannot be reached').waitFor();
  expect(await card.getByLabel('Closing note').inputValue()).toBe('We spoke.');
  await page.unroute('**/resolve');
  await card.getByRole('button', { name: 'Resolve' }).click();
  await card.waitFor({ state: 'hidden' });
  await page.getByText(`Resolved: ${name}.`).waitFor();

  // Long after the line with the way back has gone.
  await page.reload();
  const earlier = page.locator('section', { hasText: 'Earlier alerts' });
  await earlier.getByText('“We spoke.”').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await earlier.getByRole('button', { name: 'Open again' }).click();
  await card.getByRole('button', { name: 'Acknowledge' }).waitFor();
  expect(await earlier.count()).toBe(0);
}, 120_000);

it('the board stays in its order until another one is asked for', async () => {
  const page = await browser.page(1280);
  await signIn(page, platform.origin, /Tomas/);
  await page.goto(`${platform.origin}/caseload`);
  const rows = page.locator('tbody tr[data-index] th a');
  await rows.nth(5).waitFor();
  const seen = () => Promise.all([rows.nth(4).textContent(), placeOf(rows.nth(4)), placeOf(rows.nth(0))]);
  const before = await seen();
  const name = nameOf('Board');
  await unhappyClient(name);
  const newOrder = page.getByRole('button', { name: 'Show the new order' });
  await newOrder.waitFor({ timeout: 60_000 });
  expect(await seen()).toEqual(before);
  expect(await faultsOf(page)).toEqual([]);
  // The caseload hears of a client and of an alert one after the other.
  await until(async () => {
    if (await newOrder.count()) await newOrder.click();
    return (await page.getByRole('link', { name }).count()) > 0;
  });
}, 120_000);

it('supervision is for those who supervise', async () => {
  const page = await browser.page(1280);
  await signIn(page, platform.origin, /Tomas/);
  await page.getByRole('link', { name: 'Caseload' }).waitFor();
  await page.goto(`${platform.origin}/supervision`);
  await page.getByText('Not for your role').waitFor();
  expect(await faultsOf(page)).toEqual([]);
}, 60_000);
