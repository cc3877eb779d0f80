import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf, type OpenBrowser, signIn } from './browser.ts';

/** A page of somebody who has signed in. */
export async function pageOf(
  browser: OpenBrowser,
  origin: string,
  name: RegExp,
  width = 1280,
): Promise<Page> {
  const page = await browser.page(width);
  await signIn(page, origin, name);
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  return page;
}

/** What a page is about comes after its head. */
export async function untilLoaded(page: Page): Promise<void> {
  const loading = page.getByRole('status', { name: /^Loading/ });
  await loading.first().waitFor({ state: 'detached' });
}

/** Goes to an address and waits until what is there has come. */
export async function openPage(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { name: heading, exact: true }).waitFor();
  await untilLoaded(page);
}

/** Whole pages, wide and narrow: nothing is found fault with, and nothing sticks out at the side. */
export async function expectSound(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  const [wide, shown] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, window.innerWidth]',
  );
  expect(wide).toBeLessThanOrEqual(shown);
}
