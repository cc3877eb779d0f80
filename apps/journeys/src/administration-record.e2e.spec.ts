import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, type OpenBrowser } from './platform/browser.ts';
import { expectSound, openPage, pageOf, untilLoaded } from './platform/pages.ts';
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

it('the messages to one person are found by name, under an address that can be passed on', async () => {
  const page = await as(/Tomas/, 390);
  await open(page, '/admin/messages', 'Messages');
  const whom = page.getByRole('combobox', { name: 'To whom' });
  await whom.fill('nobody by this name');
  await page.getByText('Nobody is called like this.').waitFor();
  await whom.fill('lindqvist');
  await page.getByRole('option', { name: /Dr. Mara Lindqvist/ }).waitFor();
  await expectSound(page);
  await whom.press('Enter');
  await page.waitForURL(/personId=/);
  await page.getByText('To Dr. Mara Lindqvist').waitFor();
  await untilLoaded(page);
  const others = page.getByRole('rowheader').filter({ hasNotText: 'Dr. Mara Lindqvist' });
  expect(await others.count()).toBe(0);
  await expectSound(page);
  const lead = await as(/Sofia/);
  await lead.goto(page.url());
  await lead.getByText('To Dr. Mara Lindqvist').waitFor();
  await lead.getByRole('button', { name: 'To everybody' }).click();
  await lead.waitForURL((url) => url.search === '');
}, 90_000);

it('where no message is to somebody, or in a state, that is said', async () => {
  const page = await as(/Tomas/);
  const nobody = `/admin/messages?personId=${crypto.randomUUID()}`;
  await open(page, nobody, 'No message to this person');
  await open(page, `${nobody}&status=failed`, 'No message to this person is in this state');
}, 60_000);

it('a message names whom it was for, and says in words why nothing was sent', async () => {
  const page = await as(/Tomas/);
  await open(page, '/admin/messages?status=withheld', 'Messages');
  await page.getByText('the person has agreed to neither email nor SMS').first().waitFor();
  const client = page.getByRole('rowheader').first().getByRole('link');
  await client.filter({ hasNotText: /^client / }).waitFor();
  const name = (await client.textContent()) ?? '';
  await client.click();
  await page.getByRole('heading', { name }).waitFor();
}, 60_000);

it('what may only be read is shown as text', async () => {
  const page = await as(/Tomas/);
  await open(page, '/admin/form', 'The client’s form');
  expect(await page.getByRole('main').getByRole('checkbox').count()).toBe(0);
  await expectSound(page);
  const lead = await as(/Sofia/);
  await open(lead, '/admin/people?kind=staff&search=lindqvist', 'People');
  await lead.getByRole('link', { name: 'Dr. Mara Lindqvist' }).click();
  await lead.getByText('Therapist', { exact: true }).first().waitFor();
  expect(await lead.getByRole('main').getByRole('checkbox').count()).toBe(0);
}, 60_000);

it('the audit is narrowed by an address that can be passed on', async () => {
  const lead = await as(/Sofia/);
  await open(lead, '/admin/audit', 'Who read or changed what');
  await lead.getByLabel('Read or changed').selectOption('read');
  await lead.getByLabel('Where').selectOption('caseload');
  await lead.getByLabel('Who', { exact: true }).selectOption({ label: 'Dr. Sofia Marchetti' });
  await lead.waitForURL(/kind=read.*|service=caseload/);
  const admin = await as(/Admin/i, 390);
  await open(admin, new URL(lead.url()).pathname + new URL(lead.url()).search, 'Who read or changed what');
  expect(await admin.getByLabel('Where').inputValue()).toBe('caseload');
  await expectSound(admin);
}, 90_000);
