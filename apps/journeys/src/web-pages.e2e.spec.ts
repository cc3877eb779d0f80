import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, type OpenBrowser } from './platform/browser.ts';
import { expectSound, pageOf } from './platform/pages.ts';
import { newClient, personOf } from './platform/clients.ts';
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
  await page.getByRole('heading', { name: heading, exact: true }).waitFor();
};
describe('operations', () => {
  it('sort and narrow the caseload, by an address that can be passed on, and export it', async () => {
    // In the demo everybody has a session ahead.
    const staffId = personOf(await platform.token('therapist'));
    const name = `Unbooked ${Date.now().toString(36)}`;
    await newClient(platform, await platform.token('operations'), { name, staffId });
    const page = await as(/Tomas/);
    await page.getByRole('link', { name: 'Caseload' }).click();
    await page.getByRole('button', { name: 'Signs of attrition' }).click();
    await page.locator('th[aria-sort="descending"]', { hasText: 'Signs of attrition' }).waitFor();
    await page.getByRole('button', { name: 'Sessions', exact: true }).click();
    await page.getByRole('button', { name: 'Sessions', exact: true }).click();
    await page.locator('th[aria-sort="ascending"]', { hasText: 'Sessions' }).waitFor();
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: 'Nothing booked' }).click();
    await page.locator('.chip', { hasText: 'Sessions booked: at most 0' }).waitFor();
    await page.getByRole('button', { name: 'View: Nothing booked' }).waitFor();
    await page.locator('td[data-label="Sessions"]', { hasText: 'nothing booked' }).first().waitFor();
    expect(await page.locator('td[data-label="Sessions"]', { hasText: 'next' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Without Sessions booked: at most 0' }).click();
    await page.getByRole('button', { name: 'Filter by a number' }).click();
    await page.getByLabel('Number', { exact: true }).selectOption({ label: 'Sessions missed in a row' });
    await page.getByLabel('At least').fill('1');
    await page.getByRole('button', { name: 'Show these' }).click();
    await page.locator('.chip', { hasText: 'Sessions missed in a row: at least 1' }).waitFor();
    await page.locator('tbody td[data-label="Missed"]', { hasText: 'the last' }).first().waitFor();
    await expectSound(page);
    const address = page.url();
    expect(address).toContain('missed');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('attune-caseload.csv');
    const other = await as(/Tomas/, 390);
    await other.getByText('Tomas Keller · times of Europe/Berlin').waitFor();
    await other.goto(address);
    await other.locator('.chip', { hasText: 'Sessions missed in a row: at least 1' }).waitFor();
    await expectSound(other);
  }, 120_000);

  it('keep a view and leave out columns, and find both on another device', async () => {
    const page = await as(/Tomas/);
    await page.goto(`${platform.origin}/caseload?sort=therapist&filter=missed:1..`);
    await page.locator('th[aria-sort="ascending"]', { hasText: 'Therapist' }).waitFor();
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: 'Keep or remove views…' }).click();
    await page.getByLabel('Keep what is shown now as').fill('Missed, by therapist');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await expectSound(page);
    await page.getByRole('button', { name: 'Keep the view' }).click();
    await page.getByRole('button', { name: 'View: Missed, by therapist' }).waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    const kept = page.waitForResponse(
      (one) => one.url().endsWith('/board') && one.request().method() === 'PUT',
    );
    await page.getByLabel('Answered').click();
    await page.getByRole('columnheader', { name: 'Answered' }).waitFor({ state: 'detached' });
    expect((await kept).status()).toBe(200);

    const other = await as(/Tomas/);
    await other.goto(`${platform.origin}/caseload`);
    await other.getByRole('columnheader', { name: 'Therapist' }).waitFor();
    expect(await other.getByRole('columnheader', { name: 'Answered' }).count()).toBe(0);
    await other.getByRole('button', { name: /^View: / }).click();
    await other.getByRole('menuitem', { name: 'Missed, by therapist' }).click();
    await other.locator('th[aria-sort="ascending"]', { hasText: 'Therapist' }).waitFor();
    await other.getByRole('button', { name: 'View: Missed, by therapist' }).click();
    await other.getByRole('menuitem', { name: 'Keep or remove views…' }).click();
    await other.getByRole('button', { name: 'Remove Missed, by therapist' }).click();
    await other.getByRole('button', { name: 'Remove Missed, by therapist' }).waitFor({ state: 'detached' });
  }, 120_000);

  it('see the day and the therapists, and read administration that others change', async () => {
    const page = await as(/Tomas/);
    for (const [path, heading] of [
      ['/day', 'Day'],
      ['/therapists', 'Therapists'],
      ['/admin', 'What clients are asked, and when'],
      ['/admin/rules', 'Rules that raise alerts'],
      ['/admin/alerts', 'What becomes of an alert'],
      ['/admin/hours', 'The clinic’s hours'],
      ['/admin/absences', 'Absences'],
      ['/admin/messages', 'Messages'],
    ] as const) {
      await open(page, path, heading);
      await expectSound(page);
    }
    await open(page, '/admin/alerts', 'What becomes of an alert');
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  }, 120_000);

  it('go anywhere by keyboard', async () => {
    const page = await as(/Tomas/);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Page, person or action' }).fill('therap');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Therapists' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await expectSound(page);
  }, 60_000);
});

describe('a therapist', () => {
  it('reads a client’s course as a table, and a brief before the session', async () => {
    const page = await as(/Mara/, 390);
    await open(page, '/caseload?sort=attrition', 'Caseload');
    await page.locator('tbody th a').first().click();
    await page.getByText('The same as a table').first().click();
    const answers = page.getByRole('slider', { name: /one answer after the other/ }).first();
    await answers.focus();
    const newest = await answers.getAttribute('aria-valuetext');
    await page.keyboard.press('Home');
    expect(await answers.getAttribute('aria-valuetext')).not.toBe(newest);
    await page.locator('.along-words', { hasText: 'first answer' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.along-words').count()).toBe(0);
    await answers.hover();
    await page.locator('.along-words', { hasText: /\d of \d/ }).waitFor();
    await page.getByRole('columnheader', { name: 'Usual until then' }).first().waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: 'Before the session' }).click();
    await page.getByRole('heading', { name: /: before the session/ }).waitFor();
    await page.locator('.course .legend li').first().waitFor();
    await expectSound(page);
    const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await open(page, '/day', 'My day');
    await expectSound(page);
  }, 120_000);

  it('is shown neither the therapists nor administration', async () => {
    const page = await as(/Mara/);
    const nav = page.getByRole('navigation', { name: 'Main' });
    expect(await nav.getByRole('link').allTextContents()).toEqual(['Alerts', 'My day', 'Caseload']);
    for (const path of ['/therapists', '/admin']) {
      await page.goto(platform.origin + path);
      await page.getByText('Not for your role').waitFor();
    }
    await expectSound(page);
  }, 60_000);
});

describe('the clinic lead', () => {
  it('tries rules on the clinic’s history, and changes what becomes of an alert', async () => {
    const page = await as(/Sofia/);
    await open(page, '/admin/rules', 'Rules that raise alerts');
    await page.getByRole('button', { name: 'Try it on our history' }).first().click();
    await page.getByText(/in 100 scores/).waitFor();
    await open(page, '/admin/alerts', 'What becomes of an alert');
    const low = page.getByLabel('Low');
    const before = await low.inputValue();
    for (const hours of ['30', before]) {
      await low.fill(hours);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.reload();
      await low.waitFor();
      expect(await low.inputValue()).toBe(hours);
    }
    await open(page, '/supervision', 'Supervision');
    await expectSound(page);
  }, 120_000);
});

it('an administrator begins at administration, and finds the dead letters', async () => {
  const page = await as(/Admin/i);
  await page.getByRole('heading', { name: 'Administration' }).waitFor();
  await page.getByRole('link', { name: 'Dead letters' }).click();
  await page.getByRole('heading', { name: 'Dead letters' }).waitFor();
  await expectSound(page);
}, 60_000);

it('whoever reads Hindi chooses it once, and is told why an alert was raised in Hindi too', async () => {
  const page = await as(/Mara/);
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitem', { name: 'हिन्दी' }).click();
  await page.getByRole('heading', { name: 'चेतावनियाँ', exact: true }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('hi');
  await page.locator('.alert').getByText('जिस चेक-इन से चेतावनी उठी उसमें संबंध').first().waitFor();
  // So are the scales of the course, and the items with their answers.
  await page.locator('.alert a').first().click();
  await page.getByRole('heading', { name: /^लक्ष्यों पर सहमति/ }).waitFor();
  await page.getByRole('link', { name: 'सत्र से पहले' }).click();
  // PHQ-9, of which a safety alert may tell, is asked in English alone.
  const answers = page.locator('.answers tbody').filter({ hasNotText: 'Thoughts that' });
  await answers
    .locator('td', { hasText: /[\u0900-\u097f]/ })
    .first()
    .waitFor();
  expect(await answers.textContent()).not.toMatch(/[a-z]{3}/);
  await expectSound(page);
  await page.goto(`${platform.origin}/clients/00000000-0000-4000-8000-000000000000`);
  await page.getByText('ऐसा कुछ नहीं है, या उसे देखना आपके लिए नहीं है।').waitFor();
  await page.goto(`${platform.origin}/caseload`);
  await page.getByRole('heading', { name: 'केसलोड' }).waitFor();
  await page.getByRole('button', { name: 'भाषा' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
}, 90_000);
