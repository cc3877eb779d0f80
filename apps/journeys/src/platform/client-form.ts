import type { Page } from 'playwright-core';
import { call, until } from './api.ts';
import { openBrowser } from './browser.ts';
import { ask, newClient, personOf } from './clients.ts';
import { sharedPlatform } from './shared-platform.ts';

export const shortForm = 'https://attune.example/instruments/attune-alliance-check-in-short';

/** A client of their own on the shared platform, with phones to answer on. */
export async function clientWithPhone() {
  const platform = await sharedPlatform();
  const browser = await openBrowser();
  const operations = await platform.token('operations');
  const staffId = personOf(await platform.token('therapist'));
  const name = `Form ${Date.now().toString(36)}`;
  const clientId = await newClient(platform, operations, { name, staffId });
  return {
    platform,
    close: () => browser.close(),
    asked: (instrument?: string) => until(() => ask(platform, operations, clientId, instrument)),
    /** How many responses of the client there are. */
    async responses(): Promise<number> {
      const url = `${platform.origin}/api/questionnaires/responses?clientId=${clientId}&limit=200`;
      return (await call<{ items: unknown[] }>(url, { token: operations })).body.items.length;
    },
    /** The form behind a link, on a device of its own. */
    async open(link: string, width = 390): Promise<Page> {
      const page = await browser.page(width);
      await page.goto(`${platform.origin}/check-in/#${link}`);
      await page.locator('h1').waitFor();
      return page;
    },
  };
}

export type ClientWithPhone = Awaited<ReturnType<typeof clientWithPhone>>;

export const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();

export const at = (page: Page, number: number) =>
  page.getByText(`Question ${number} of 12`, { exact: true }).waitFor();

/** Waits until the form says that the server has the answers. */
export const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();

/** Of how many links something is kept on this device. What runs in the page is text: here there is no document. */
export const keptOn = (page: Page) =>
  page.evaluate<number>(`new Promise((done) => {
    indexedDB.open('attune-check-in', 1).onsuccess = (opened) => {
      const all = opened.target.result.transaction('kept').objectStore('kept').getAll();
      all.onsuccess = () => done(all.result.length);
    };
  })`);
