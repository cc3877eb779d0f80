import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { call, until } from './platform/api.ts';
import { faultsOf, openBrowser, type OpenBrowser } from './platform/browser.ts';
import { ask, newClient, personOf } from './platform/clients.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

const short = 'https://attune.example/instruments/attune-alliance-check-in-short';
let platform: PlatformInUse;
let browser: OpenBrowser;
let operations: string;
let clientId: string;

beforeAll(async () => {
  platform = await sharedPlatform();
  browser = await openBrowser();
  operations = await platform.token('operations');
  const staffId = personOf(await platform.token('therapist'));
  clientId = await newClient(platform, operations, { name: `Form ${Date.now().toString(36)}`, staffId });
}, 360_000);
afterAll(() => browser?.close());

const asked = (instrument?: string) => until(() => ask(platform, operations, clientId, instrument));
const responses = async () => {
  const url = `${platform.origin}/api/questionnaires/responses?clientId=${clientId}&limit=200`;
  return (await call<{ items: { responseId: string }[] }>(url, { token: operations })).body.items.length;
};
// What runs in the page is text: here there is no document.
const keptHere = (page: Page) =>
  page.evaluate<number>(`new Promise((done) => {
    indexedDB.open('attune-check-in', 1).onsuccess = (opened) => {
      const all = opened.target.result.transaction('kept').objectStore('kept').getAll();
      all.onsuccess = () => done(all.result.length);
    };
  })`);

async function open(link: string, width = 390): Promise<Page> {
  const page = await browser.page(width);
  await page.goto(`${platform.origin}/check-in/#${link}`);
  await page.locator('h1').waitFor();
  return page;
}
const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();
const at = (page: Page, number: number) =>
  page.getByText(`Question ${number} of 12`, { exact: true }).waitFor();
const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();

describe('with the connection cut in the middle', () => {
  it('the form goes on, opens again where it was, and is sent once when the connection is back', async () => {
    const before = await responses();
    const page = await open(await asked());
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.getByRole('button', { name: /Start/ }).click();
    for (let item = 1; item <= 3; item++) {
      await page.getByRole('radio').nth(2).check();
      await next(page);
    }
    await saved(page);
    await page.context().setOffline(true);
    for (let item = 4; item <= 6; item++) {
      await page.getByRole('radio').nth(1).check();
      await next(page);
    }
    await page.getByText('Saved on this phone. It will be sent when there is a connection.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.reload();
    await at(page, 7);
    await page.getByRole('button', { name: 'Back' }).click();
    await at(page, 6);
    expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true);
    await page.goForward();
    for (let item = 7; item <= 12; item++) {
      await at(page, item);
      await page.getByRole('radio').nth(3).check();
      await page.getByRole('button', { name: item < 12 ? 'Next' : 'Send' }).click();
    }
    await page.getByRole('heading', { name: 'Your answers are saved on this phone' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: 'Your answers are saved on this phone' }).waitFor();
    expect([await responses(), await keptHere(page)]).toEqual([before, 1]);
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect([await responses(), await keptHere(page)]).toEqual([before + 1, 0]);
    await page.reload();
    await page.getByRole('heading', { name: 'You have answered already' }).waitFor();
  }, 90_000);

  it('what waits is sent by the browser when the connection is back, also where the page is closed by then', async () => {
    const before = await responses();
    const link = await asked(short);
    const page = await open(link);
    const context = page.context();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await context.setOffline(true);
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Your answers are saved on this phone' }).waitFor();
    const other = await context.newPage();
    await page.close();
    await context.setOffline(false);
    expect(await responses()).toBe(before);
    // The moment is the browser's to choose: here it is told that it has come.
    const devtools = await context.newCDPSession(other);
    const registered = new Promise<string>((done) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
        if (first) done(first.registrationId);
      });
    });
    await devtools.send('ServiceWorker.enable');
    const sync = { origin: platform.origin, tag: 'attune-send', lastChance: false };
    await devtools.send('ServiceWorker.dispatchSyncEvent', { ...sync, registrationId: await registered });
    await until(async () => (await responses()) === before + 1);
    const again = await open(link);
    await again.getByRole('heading', { name: 'You have answered already' }).waitFor();
  }, 60_000);

  it('counts once where the answer to the sending was lost', async () => {
    const before = await responses();
    const page = await open(await asked(short));
    for (let item = 0; item < 4; item++)
      await page.getByRole('group').nth(item).getByRole('radio').nth(4).check();
    const keys: (string | undefined)[] = [];
    await page.route('**/check-in/responses', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    expect(await responses()).toBe(before + 1);
  }, 60_000);
});

it('goes on, on another device, with what was answered on the first', async () => {
  const link = await asked();
  const first = await open(link);
  await first.getByRole('button', { name: /Start/ }).click();
  for (let item = 1; item <= 2; item++) {
    await first.getByRole('radio').nth(4).check();
    await next(first);
  }
  await saved(first);
  // Let the last one arrive as well.
  await until(async () => {
    const form = await call<{ draft: unknown[] }>(`${platform.origin}/api/questionnaires/check-in`, { link });
    return form.body.draft.length === 2;
  });
  const second = await open(link, 1280);
  await second.getByRole('button', { name: 'Go on' }).click();
  await at(second, 3);
  await second.getByRole('button', { name: 'Back' }).click();
  await at(second, 2);
  expect(await second.getByRole('radio').nth(4).isChecked()).toBe(true);
  await second.goBack();
  await second.getByRole('button', { name: 'Go on' }).waitFor();
}, 60_000);

it('shows nobody’s answers to somebody who opens the form without a link', async () => {
  const page = await open(await asked(short));
  await page.getByRole('radio').first().check();
  await saved(page);
  expect(page.url()).toBe(`${platform.origin}/check-in/`);
  const stored = await page.evaluate<string>(
    'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state])',
  );
  expect(stored).not.toMatch(/[\w-]{43}/);
  const other = await page.context().newPage();
  await other.goto(`${platform.origin}/check-in/`);
  await other.getByRole('heading', { name: 'This link does not open a form' }).waitFor();
}, 60_000);

describe('in the language of the client', () => {
  it.each([
    ['ar', 'rtl', 'تمامًا', 'إرسال', 'شكرًا لك', 'لقد أجبت بالفعل'],
    ['hi', 'ltr', 'पूरी तरह', 'भेजें', 'धन्यवाद', 'आप जवाब दे चुके हैं'],
  ])(
    '%s: reads, answers and sends, by keyboard too',
    async (language, dir, fully, send, thanks, used) => {
      const link = await asked(short);
      const page = await open(link, 320);
      await page.getByRole('combobox').selectOption(language);
      await page.getByText(fully).first().waitFor();
      expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual([
        language,
        dir,
      ]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(await faultsOf(page)).toEqual([]);
      for (let item = 0; item < 4; item++) {
        await page.getByRole('group').nth(item).getByRole('radio').first().focus();
        for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
      }
      expect(await page.getByRole('radio', { name: fully, checked: true }).count()).toBe(4);
      await page.getByRole('button', { name: send }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: thanks }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      const again = await open(link);
      await again.getByRole('combobox').selectOption(language);
      await again.getByRole('heading', { name: used }).waitFor();
      expect(await faultsOf(again)).toEqual([]);
    },
    60_000,
  );
});

it('says the provider’s own number at once on an answer about harm, and shows the result where they want it', async () => {
  const lead = await platform.token('lead');
  const phq9 = 'https://attune.example/instruments/phq-9';
  const set = (what: string, body: object) =>
    call<{ version: number }>(`${platform.origin}/api/questionnaires/${what}`, {
      ...{ token: lead, method: 'PUT', body, headers: { 'if-match': '*' } },
    });
  const contacts = [{ name: 'Crisis line', phone: '+49 800 111 0 111' }];
  const own = { texts: [{ language: 'en', text: 'Call us at any hour.', contacts }] };
  expect((await set('crisis-information', own)).status).toBe(200);
  expect((await set('shown-results', { instruments: [phq9] })).status).toBe(200);
  try {
    const page = await open(await asked(phq9));
    await page.getByRole('button', { name: /Start/ }).click();
    for (let item = 1; item < 9; item++) {
      await page.getByRole('radio', { name: 'Not at all' }).check();
      await next(page);
    }
    expect(await page.getByRole('link', { name: /Crisis line/ }).count()).toBe(0);
    await page.getByRole('radio', { name: 'Several days' }).check();
    const number = page.getByRole('link', { name: /Crisis line/ });
    expect(await number.getAttribute('href')).toBe('tel:+498001110111');
    await page.getByText('This form is not watched for emergencies').waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Your result' }).waitFor();
    await page.getByText('1 of 27', { exact: true }).waitFor();
    await number.waitFor();
    expect(await faultsOf(page)).toEqual([]);
  } finally {
    await set('crisis-information', { texts: [] });
    await set('shown-results', { instruments: [] });
  }
}, 60_000);
