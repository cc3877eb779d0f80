import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until } from './platform/api.ts';
import { openBrowser, type OpenBrowser, signIn } from './platform/browser.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

let platform: PlatformInUse;
let browser: OpenBrowser;

beforeAll(async () => {
  platform = await sharedPlatform();
  browser = await openBrowser();
}, 360_000);
afterAll(() => browser?.close());

it('the API’s page lists every operation and tries one out as the person who is signed in, under the strict policy', async () => {
  const page = await browser.page(1280);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await signIn(page, platform.origin, /Tomas/);
  await page.getByText('Tomas Keller').first().waitFor();
  complaints.length = 0;

  await page.goto(`${platform.origin}/api/docs`);
  const operation = page.locator('#operations-gateway-get_auth_session');
  await operation.waitFor();
  // What is out of sight is not drawn: one has to go through the page.
  const seen = new Set<string>();
  await until(async () => {
    for (const path of await page.locator('.opblock-summary-path').allTextContents())
      seen.add(path.replaceAll('\u200b', ''));
    await page.mouse.wheel(0, 600);
    return [
      '/api/alerting/alerts',
      '/api/caseload/clients',
      '/api/notifications/messages',
      '/api/scheduling/people',
      '/api/live',
    ].every((path) => seen.has(path));
  });
  await page.evaluate('scrollTo(0, 0)');
  await operation.locator('.opblock-summary-control').click();
  await operation.getByRole('button', { name: 'Try it out' }).click();
  await operation.getByRole('button', { name: 'Execute' }).click();
  await operation.getByText('Tomas Keller').first().waitFor();
  expect(complaints).toEqual([]);
}, 60_000);
