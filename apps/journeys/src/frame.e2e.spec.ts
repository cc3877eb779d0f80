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
const lefts = async (page: Page) =>
  Promise.all((await nav(page).all()).map(async (tab) => (await tab.boundingBox())?.x));

it('begins by keyboard with the way to the content, and keeps every tab in its place', async () => {
  const page = await as(/Sofia/, 1440);
  await open(page, '/caseload', 'Caseload');
  const places = await lefts(page);
  await open(page, '/supervision', 'Supervision');
  expect(await lefts(page)).toEqual(places);
  await page.keyboard.press('Tab');
  await page.locator('.skip:focus').waitFor();
}, 60_000);

it('the palette keeps what is chosen in sight, and gives the focus back', async () => {
  const page = await as(/Sofia/, 1440);
  await open(page, '/caseload', 'Caseload');
  const search = page.getByLabel('Search');
  await search.focus();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Page, person or action' });
  await box.waitFor();
  await box.press('ArrowUp');
  const chosen = page.getByRole('option', { selected: true, name: /Sign out/ });
  await chosen.waitFor();
  const list = await page.locator('.palette').boundingBox();
  const at = await chosen.boundingBox();
  expect((at?.y ?? 0) + (at?.height ?? 0)).toBeLessThanOrEqual((list?.y ?? 0) + (list?.height ?? 0) + 1);
  await page.keyboard.press('Escape');
  await until(() => search.evaluate((field) => field.matches(':focus')));
}, 60_000);

it('the palette finds therapists, staff, views and what the bar does', async () => {
  const page = await as(/Sofia/, 390);
  await page.getByRole('button', { name: 'Go to… a page or client' }).click();
  const box = page.getByRole('combobox', { name: 'Page, person or action' });
  for (const [typed, found] of [
    ['mara', /Dr\. Mara Lindqvist.*in administration/],
    ['silent', /Silent.*view/],
    ['light', /Light or dark/],
    ['हिन्दी', /हिन्दी/],
    ['sign o', /Sign out/],
    ['mara', /Dr\. Mara Lindqvist.*clients/],
  ] as const) {
    await box.fill(typed);
    await page.getByRole('option', { name: found }).waitFor();
  }
  await expectSound(page);
  await page.getByRole('option', { name: /Dr\. Mara Lindqvist.*clients/ }).click();
  await page.getByRole('heading', { name: 'Caseload', level: 1 }).waitFor();
  expect(page.url()).toContain('therapistId=');
}, 60_000);

it('the palette offers first what the open page can do, by keys of its own', async () => {
  const page = await as(/Mara/, 1280);
  const box = page.getByRole('combobox', { name: 'Page, person or action' });
  const first = page.getByRole('listbox', { name: 'Where to go' }).getByRole('option').first();
  await open(page, '/caseload', 'Caseload');
  await page.keyboard.press('Control+k');
  await first.getByText('Alt 1').waitFor();
  await expectSound(page);
  await page.getByRole('option', { name: /Search by name.*Alt 2/ }).waitFor();
  await box.press('Alt+2');
  await until(() => page.getByLabel('Search').evaluate((field) => field.matches(':focus')));

  // An alert, for whoever is at its card.
  await open(page, '/', 'Alerts');
  const card = page.locator('.alert').first();
  await card.getByRole('button', { name: 'What to do' }).focus();
  await page.keyboard.press('Control+k');
  await box.fill('what to do');
  await first.getByText('on this page').waitFor();
  await box.press('Enter');
  await card.getByRole('button', { name: 'Less' }).waitFor();
  await page.getByRole('heading', { name: 'Alerts', level: 1 }).focus();
  await page.keyboard.press('Control+k');
  await box.fill('what to do');
  await page.getByText('Nothing begins like this.').waitFor();
  await page.keyboard.press('Escape');

  await card.getByRole('link').first().click();
  await page.getByRole('button', { name: 'Book a session' }).waitFor();
  await page.keyboard.press('Control+k');
  await box.fill('book');
  await box.press('Enter');
  await page.getByRole('form', { name: 'Book a session' }).waitFor();

  const operations = await as(/Tomas/);
  await open(operations, '/admin/people', 'Administration');
  await operations.keyboard.press('Control+k');
  await operations.getByRole('option', { name: /Register somebody.*on this page/ }).waitFor();
  expect(await operations.getByRole('option', { name: /Write a new policy/ }).count()).toBe(0);
}, 90_000);

it.each([1280, 1440])(
  'the bar has room for everything at a width of %i',
  async (width) => {
    const page = await as(/Sofia/, width);
    await open(page, '/caseload', 'Caseload');
    const end = await page.getByRole('button', { name: 'Sign out' }).boundingBox();
    expect((end?.x ?? width) + (end?.width ?? 0)).toBeLessThanOrEqual(width);
  },
  60_000,
);

it('a page that is not for the role shows that alone', async () => {
  const page = await as(/Admin/i);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  for (const path of ['/caseload', '/day', '/therapists', '/supervision']) {
    await open(page, path, 'Not for your role');
    expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);
    expect(await page.getByRole('main').getByRole('link').count()).toBe(0);
    await expectSound(page);
  }
  expect(faults).toEqual([]);
}, 60_000);

it('the caseload is printed with every row that has been fetched, and without what is pressed', async () => {
  const page = await as(/Tomas/);
  await open(page, '/caseload', 'Caseload');
  const rows = page.locator('tr[data-index]');
  await rows.first().waitFor();
  const drawn = await rows.count();
  await page.emulateMedia({ media: 'print' });
  await until(async () => (await rows.count()) >= 50);
  await page.getByText(/The first \d+ of \d+ clients/).waitFor();
  for (const pressed of ['Filter by a number', 'Views', 'Sign out'])
    expect(await page.getByText(pressed, { exact: true }).isVisible()).toBe(false);
  expect(await page.getByLabel('Search').isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  await until(async () => (await rows.count()) === drawn);
}, 60_000);

it.each([1000, 1100, 1200])(
  'on a screen of %i nothing of the board is cut',
  async (width) => {
    const page = await as(/Tomas/, width);
    await page.route('**/api/caseload/clients?**', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as { items: object[] };
      const [first, ...others] = body.items;
      const awkward = {
        ...first,
        behind: true,
        therapist: null,
        name: 'Wolfeschlegelsteinhausenbergerdorff',
      };
      await route.fulfill({ response: answer, json: { ...body, items: [awkward, ...others] } });
    });
    await open(page, '/caseload', 'Caseload');
    await page.getByText('waiting for data').first().waitFor();
    const cut = await page
      .locator('.clients th, .clients td, .clients .mantine-Badge-label')
      .evaluateAll((all) =>
        all
          .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
          .map((one) => one.textContent),
      );
    expect(cut).toEqual([]);
    await expectSound(page);
  },
  60_000,
);
