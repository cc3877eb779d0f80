import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { call, until } from './platform/api.ts';
import { faultsOf, openBrowser, type OpenBrowser, signIn } from './platform/browser.ts';
import { newClient, personOf } from './platform/clients.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

let platform: PlatformInUse;
let browser: OpenBrowser;
let operations: string;
let page: Page;
let clientId: string;
const name = `Sessions ${Date.now().toString(36)}`;

beforeAll(async () => {
  platform = await sharedPlatform();
  browser = await openBrowser();
  operations = await platform.token('operations');
  const staffId = personOf(await platform.token('therapist'));
  clientId = await newClient(platform, operations, { name, staffId });
  page = await browser.page(1280);
  await signIn(page, platform.origin, /Mara/);
  await page.getByRole('heading', { name: 'Alerts', exact: true }).waitFor();
  await until(async () => {
    await page.goto(`${platform.origin}/clients/${clientId}`);
    const found = page.getByRole('heading', { name, exact: true });
    return found.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
  });
}, 360_000);
afterAll(() => browser?.close());

/** As a field for a day and time takes it, by the clock of the therapist, wherever the device is. */
function minutesAgo(minutes: number): string {
  const clock = { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' } as const;
  const at = new Date(Date.now() - minutes * 60_000);
  return new Intl.DateTimeFormat('sv-SE', clock).format(at).replace(' ', 'T');
}

/** A quarter of an hour in which the therapist is free. */
async function book(from: number, step: number): Promise<void> {
  const form = page.getByRole('form', { name: 'Book a session' });
  await form.getByLabel('Minutes').fill('5');
  for (let minutes = from; Math.abs(minutes) < 4_000; minutes += step) {
    await form.getByLabel('Begins').fill(minutesAgo(minutes));
    const answered = page.waitForResponse((one) => one.request().method() === 'POST');
    await form.getByRole('button', { name: 'Book' }).click();
    const free = (await answered).ok();
    await form.getByText(free ? 'Booked.' : /another session in that time/).waitFor();
    if (free) return;
  }
  throw new Error('the therapist is never free');
}

const mark = async (item: string) => {
  await page.getByRole('button', { name: `the session of ${name}` }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};

it('a therapist books a session, says that the client did not come, takes that back, and says that it was held', async () => {
  await page.getByRole('button', { name: 'Book a session' }).click();
  await book(10, 7);
  const row = page.getByRole('listitem').filter({ hasText: 'Mara Lindqvist' });
  await row.getByText(/^booked/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await mark('No-show');
  await row.getByText(/^missed/).waitFor();
  await mark('Not missed: booked again');
  await row.getByText(/^booked/).waitFor();
  await mark('Held');
  await row.getByText(/^held/).waitFor();
  // Nothing more can be said about it.
  expect(await row.getByRole('button').count()).toBe(0);
  const { body } = await call<{ items: { status: string }[] }>(
    `${platform.origin}/api/scheduling/sessions?clientId=${clientId}`,
    { token: operations },
  );
  expect(body.items.map(({ status }) => status)).toEqual(['completed']);
}, 120_000);

it('a session that lies ahead can be cancelled only, and the day shows it without waiting for the read model', async () => {
  await book(-60, -7);
  const row = page.getByRole('listitem').filter({ hasText: 'booked' });
  await row.waitFor();
  await page.getByRole('button', { name: `the session of ${name}` }).click();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Cancelled']);
  await page.keyboard.press('Escape');
  const begins = await row.locator('time').getAttribute('datetime');
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date(begins ?? ''));
  await until(async () => {
    await page.goto(`${platform.origin}/day?date=${date}`);
    const found = page.getByRole('row', { name: new RegExp(`${name}.*booked`) });
    return found.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
  });
  await mark('Cancelled');
  await page.getByRole('row', { name: new RegExp(`${name}.*cancelled`) }).waitFor();
}, 120_000);

it('the clinic lead sees sessions and changes none', async () => {
  const lead = await browser.page(1280);
  await signIn(lead, platform.origin, /Marchetti/);
  await lead.getByRole('heading', { name: 'Alerts', exact: true }).waitFor();
  await lead.goto(`${platform.origin}/clients/${clientId}`);
  await lead.getByRole('heading', { name: 'Sessions', exact: true }).waitFor();
  await lead.getByText(/^held/).waitFor();
  expect(await lead.getByRole('button', { name: 'Book a session' }).count()).toBe(0);
}, 60_000);
