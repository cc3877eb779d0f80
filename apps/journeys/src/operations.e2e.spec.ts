import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from './platform/api.ts';
import { faultsOf, openBrowser, type OpenBrowser, signIn } from './platform/browser.ts';
import { ask, newClient, personOf } from './platform/clients.ts';
import { expectSound } from './platform/pages.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

let platform: PlatformInUse;
let browser: OpenBrowser;
let operations: string;
let page: Page;

beforeAll(async () => {
  platform = await sharedPlatform();
  browser = await openBrowser();
  operations = await platform.token('operations');
  page = await browser.page(1280);
  await signIn(page, platform.origin, /Tomas/);
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
}, 360_000);
afterAll(() => browser?.close());

const focused = () => page.locator(':focus').getAttribute('id');

it('scrolls through the whole caseload, of which it draws what is seen, and lists those whose care has ended apart', async () => {
  expect(await page.title()).toBe('Caseload · Attune');
  const rows = page.locator('tbody tr[data-index]');
  const total = Number(await page.locator('table').getAttribute('aria-rowcount')) - 1;
  expect(total).toBeGreaterThan(100);
  const top = await rows.first().locator('th').textContent();
  const last = page.locator(`tr[data-index="${total - 1}"]`);
  while ((await last.count()) === 0) {
    await page.mouse.wheel(0, 20_000);
    await page.waitForTimeout(50);
  }
  expect(await rows.count()).toBeLessThan(60);
  expect(await page.locator('tr[data-index="0"]').count()).toBe(0);
  await page.keyboard.press('Home');
  await page.locator('tr[data-index="0"]').waitFor();
  expect(await rows.first().locator('th').textContent()).toBe(top);
  // From row to row by keyboard, and the focus stays when one scrolls away from it.
  await page.locator('tr[data-index="0"] th a').focus();
  for (let row = 0; row < 3; row += 1) await page.keyboard.press('ArrowDown');
  const there = page.locator('tr[data-index="3"] th a:focus');
  await there.waitFor();
  await page.mouse.wheel(0, 6_000);
  expect(await there.count()).toBe(1);
  await page.getByLabel('Care').selectOption('ended');
  await page
    .getByText(/Care ended \d/)
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('Care').selectOption('current');
}, 60_000);

it('goes from a number of the trends to the clients whom it counts, and back', async () => {
  await page.getByRole('link', { name: 'Trends' }).click();
  await page.getByRole('heading', { name: 'Trends' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  // Tables stand whole; a week that still runs stands apart, and what was before the first record is no zero.
  const tables = page.locator('.numbers');
  const scrolled = await tables.evaluateAll((all) => all.filter((of) => of.scrollHeight > of.clientHeight));
  expect([await tables.count(), scrolled.length, await page.locator('.so-far').count()]).toEqual([6, 0, 6]);
  expect(await page.locator('svg:not(.series) circle.running').count()).toBeGreaterThan(6);
  await page.getByRole('region', { name: 'Check-ins in numbers' }).getByText('no records yet').waitFor();
  // On a phone each week is a card: no number is beside the screen, and no two dates stand in one another.
  await page.setViewportSize({ width: 390, height: 900 });
  const beside = await tables.evaluateAll((all) => all.filter((of) => of.scrollWidth > of.clientWidth));
  const met = await page.locator('[aria-labelledby="trend-sessions"] .day text').evaluateAll((all) => {
    const seen = all.map((each) => each.getBoundingClientRect()).filter(({ width }) => width > 0);
    return [seen.length > 2, seen.some(({ right }, index) => right >= (seen[index + 1]?.left ?? Infinity))];
  });
  expect([beside.length, ...met]).toEqual([0, true, false]);
  await expectSound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  const number = page.getByRole('link', { name: /^([2-9]|1\d), cancelled, / }).first();
  const [count = 0] = (await number.getAttribute('aria-label'))?.match(/\d+/)?.map(Number) ?? [];
  await number.click();
  const list = page.locator('.trend-rows');
  await list.getByRole('heading', { name: /cancelled/i }).waitFor();
  const named = list.locator('tbody th a');
  await until(async () => (await named.count()) === count);
  expect(await faultsOf(page)).toEqual([]);
  const name = (await named.first().textContent()) ?? '';
  await named.first().click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.goBack();
  await until(async () => (await named.count()) === count);

  const supervisor = await browser.page(1280);
  await signIn(supervisor, platform.origin, /Albers/);
  await supervisor.getByRole('link', { name: 'Trends' }).click();
  await supervisor.getByText('The clients whom you supervise.').waitFor();
  const therapist = await browser.page(1280);
  await signIn(therapist, platform.origin, /Mara/);
  await therapist.getByRole('heading', { name: 'Alerts' }).waitFor();
  expect(await therapist.getByRole('link', { name: 'Trends' }).count()).toBe(0);
  await therapist.goto(`${platform.origin}/trends`);
  await therapist.getByText('Not for your role').waitFor();
  await page.getByRole('link', { name: 'Caseload' }).click();
}, 60_000);

it('finds a client by name, and asks them', async () => {
  const name = `Zelda Journey ${Date.now().toString(36)}`;
  const staffId = personOf(await platform.token('therapist'));
  await newClient(platform, operations, { name, staffId });
  await until(async () => {
    await page.getByLabel('Search').fill('');
    await page.getByLabel('Search').fill(name);
    return page
      .getByRole('link', { name })
      .waitFor({ timeout: 3_000 })
      .then(() => true)
      .catch(() => false);
  });
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { name }).waitFor();
  expect([await page.title(), await focused()]).toEqual([`${name} · Attune`, 'content']);
  await page.getByRole('button', { name: 'Ask for a check-in' }).click();
  expect(await page.getByLabel('Link for the client').inputValue()).toContain('/check-in/#');
  // The newest of what the client was asked stands first.
  await page
    .getByRole('button', { name: /^Show a code for Attune Alliance Check-in/ })
    .first()
    .click();
  await page.getByRole('img', { name: /Code for the client/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  // The tab of the list shows the whole list again, and says so.
  await page.getByRole('link', { name: 'Caseload' }).click();
  expect(await page.getByLabel('Search').inputValue()).toBe('');
}, 90_000);

it('what a client answered on paper is keyed in and stands in the course', async () => {
  const name = `Paper ${Date.now().toString(36)}`;
  const staffId = personOf(await platform.token('therapist'));
  const clientId = await newClient(platform, operations, { name, staffId });
  // The caseload hears of a client a moment later than the others.
  await until(async () => {
    await page.goto(`${platform.origin}/clients/${clientId}`);
    return page
      .getByRole('heading', { name })
      .waitFor({ timeout: 3_000 })
      .then(() => true)
      .catch(() => false);
  });
  // Nobody asked this client for consent.
  await page.getByText(/No message reaches this client: the client has agreed to neither/).waitFor();
  expect(await page.getByRole('button', { name: /Send it by/ }).count()).toBe(0);
  await page.getByRole('link', { name: 'Key in from paper' }).click();
  const items = page.getByRole('radiogroup');
  const choice = page.getByLabel('What was answered');
  await choice.selectOption({ label: 'PHQ-9' });
  await until(async () => (await items.count()) === 9);
  expect(await faultsOf(page)).toEqual([]);
  await choice.selectOption({ label: 'Attune Alliance Check-in' });
  await until(async () => (await items.count()) === 12);
  expect(await items.count()).toBe(12);
  expect(await faultsOf(page)).toEqual([]);
  for (let item = 0; item < 12; item++) await items.nth(item).getByRole('radio').last().check();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.waitForURL(`${platform.origin}/clients/${clientId}`);
  await until(async () => {
    await page.reload();
    return page
      .getByRole('heading', { name: /^Alliance/ })
      .waitFor({ timeout: 3_000 })
      .then(() => true)
      .catch(() => false);
  });
  await page.getByText('The same as a table').first().click();
  await page.getByText(/from paper, keyed in by/).waitFor();
}, 90_000);

it('an answer about harm shows help at once and becomes a safety alert above all others', async () => {
  const name = `Harm Journey ${Date.now().toString(36)}`;
  const staffId = personOf(await platform.token('therapist'));
  const clientId = await newClient(platform, operations, { name, staffId });
  const phq9 = 'https://attune.example/instruments/phq-9';
  const link = await until(() => ask(platform, operations, clientId, phq9));
  const phone = await browser.page(390);
  await phone.goto(`${platform.origin}/check-in/#${link}`);
  await phone.getByRole('button', { name: /Start/ }).click();
  const help = phone.getByText('You do not have to be alone with this.');
  for (let item = 1; item <= 9; item++) {
    expect(await help.count()).toBe(0);
    await phone.getByRole('radio', { name: item < 9 ? 'Not at all' : 'Several days' }).check();
    if (item < 9) await phone.getByRole('button', { name: 'Next' }).click();
  }
  await help.waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Send' }).click();
  await phone.getByRole('heading', { name: 'Thank you' }).waitFor();
  await help.waitFor();

  await page.getByRole('link', { name: 'Alerts' }).click();
  const card = page.locator('li', { hasText: name });
  const show = page.getByRole('button', { name: /^Show/ });
  await until(async () => {
    if (await show.count()) await show.click();
    return (await card.count()) > 0;
  });
  await card.getByText('Safety', { exact: true }).waitFor();
  expect(await card.textContent()).toContain('contact the client today');
  // The demo has a safety alert that is older and will be late sooner; nothing else stands above.
  const cards = await page.locator('main li').allTextContents();
  const above = cards.slice(
    0,
    cards.findIndex((text) => text.includes(name)),
  );
  expect(above.filter((text) => !text.includes('Safety'))).toEqual([]);

  // Whoever may read answers sees the one that raised it first of all, though the first eight are all the same.
  const therapist = await browser.page(1280);
  await signIn(therapist, platform.origin, /Mara/);
  const theirs = therapist.locator('li', { hasText: name });
  await theirs.getByRole('button', { name: 'What to do' }).click();
  const first = theirs.locator('.answers tbody tr').first();
  await first.getByText('About harm').waitFor();
  expect(await first.textContent()).toContain('Several days');
  await theirs.getByText('How to reach the client').waitFor();
  await theirs.getByRole('link', { name: '@example.org' }).waitFor();
  await theirs.getByRole('button', { name: 'Show all 9 answers' }).click();
  expect(await theirs.locator('.answers tbody tr').count()).toBe(9);
  expect(await faultsOf(therapist)).toEqual([]);
  // So it is on the page for before the session.
  await therapist.goto(`${platform.origin}/clients/${clientId}/brief`);
  await therapist.getByText('About harm', { exact: true }).waitFor();
  await therapist.getByText('How to reach the client').waitFor();
  expect(await faultsOf(therapist)).toEqual([]);
  await therapist.close();
}, 90_000);

it('says when the connection or the session is lost, and how to go on', async () => {
  await page.context().setOffline(true);
  await page.getByText('Reconnecting…').first().waitFor();
  await page.context().setOffline(false);
  await page.context().clearCookies();
  // The page may notice by itself before the click has found its target.
  await page
    .getByRole('link', { name: 'Caseload' })
    .click({ timeout: 3_000 })
    .catch(() => undefined);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
}, 60_000);
