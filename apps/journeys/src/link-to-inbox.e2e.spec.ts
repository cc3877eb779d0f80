import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until } from './platform/api.ts';
import { faultsOf, openBrowser, type OpenBrowser, signIn } from './platform/browser.ts';
import { ask, newClient, personOf } from './platform/clients.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

let platform: PlatformInUse;
let browser: OpenBrowser;
let operations: string;
let therapistId: string;

beforeAll(async () => {
  platform = await sharedPlatform();
  browser = await openBrowser();
  operations = await platform.token('operations');
  therapistId = personOf(await platform.token('therapist'));
}, 360_000);
afterAll(() => browser?.close());

it('shows a low check-in to the therapist while the page is open, and lets them close the loop', async () => {
  const name = `Journey ${Date.now().toString(36)}`;
  const clientId = await newClient(platform, operations, { name, staffId: therapistId });
  const staff = await browser.page(1280);
  await signIn(staff, platform.origin, /Mara/);
  await staff.getByRole('heading', { name: 'Alerts' }).waitFor();
  expect(await faultsOf(staff)).toEqual([]);

  const phone = await browser.page(390);
  const link = await until(() => ask(platform, operations, clientId));
  await phone.goto(`${platform.origin}/check-in/#${link}`);
  await phone.getByRole('button', { name: /Start/ }).click();
  expect(await faultsOf(phone)).toEqual([]);
  for (let item = 1; item <= 12; item++) {
    await phone.getByRole('radio').first().check();
    await phone.getByRole('button', { name: item < 12 ? 'Next' : 'Send' }).click();
  }
  await phone.getByRole('heading', { name: 'Thank you' }).waitFor();

  await staff.getByRole('button', { name: /Show \d+ new alert/ }).click();
  const card = staff.locator('li', { hasText: name });
  await card.getByRole('button', { name: 'Acknowledge' }).click();
  await card.getByText('Acknowledged').waitFor();
  await card.getByRole('button', { name: 'What to do' }).click();
  await card.getByLabel('Discussed in the session').check();
  await card.getByRole('button', { name: 'Resolve' }).click();
  await card.waitFor({ state: 'detached' });

  await phone.goto('about:blank');
  await phone.goto(`${platform.origin}/check-in/#${link}`);
  await phone.getByRole('heading', { name: 'You have answered already' }).waitFor();
}, 120_000);
