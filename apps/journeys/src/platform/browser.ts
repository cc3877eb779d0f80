import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright, type Page } from 'playwright-core';

export interface OpenBrowser {
  /** A page of its own, with its own cookies, of this width. */
  page(width: number): Promise<Page>;
  close(): Promise<void>;
}

/** A real headless Chromium out of an npm package. */
export async function openBrowser(): Promise<OpenBrowser> {
  const browser: Browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox'],
  });
  return {
    page: async (width) => (await browser.newContext({ viewport: { width, height: 900 } })).newPage(),
    close: () => browser.close(),
  };
}

/** Signs in as one of the demo people on the provider's own page. */
export async function signIn(page: Page, origin: string, name: RegExp): Promise<void> {
  await page.goto(origin);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name }).first().click();
}

/** What axe finds wrong with the page, by rule and place. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
