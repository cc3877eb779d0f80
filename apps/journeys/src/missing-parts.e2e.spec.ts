import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, type OpenBrowser } from './platform/browser.ts';
import { expectSound, pageOf } from './platform/pages.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

const alerting = '**/api/alerting/**';

let platform: PlatformInUse;
let browser: OpenBrowser;
let page: Page;
let client: string;

beforeAll(async () => {
  platform = await sharedPlatform();
  browser = await openBrowser();
  page = await pageOf(browser, platform.origin, /Mara/);
  page.setDefaultTimeout(15_000);
  // Somebody of whom an alert waits and a course is known.
  const alert = page.locator('.alert', { hasText: 'the alliance was rated' }).first();
  client = `${platform.origin}${await alert.getByRole('link').first().getAttribute('href')}`;
}, 360_000);
afterAll(() => browser?.close());

const print = () => page.getByRole('button', { name: 'Print' });
const unavailable = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify({ status: 503, code: 'service-unavailable', detail: 'Try again in a moment.' }),
};

describe.each(['', '/brief'])('a client’s page%s', (path) => {
  it('says that alerts and cut-offs could not be fetched, and shows them as soon as they can', async () => {
    await page.route(alerting, (route) => route.fulfill(unavailable));
    await page.goto(client + path);
    const missing = page.getByRole('alert').getByText(/Alerts and cut-offs could not be fetched/);
    await missing.waitFor();
    await page.locator('figure.course').first().waitFor();
    if (path === '/brief') expect(await print().isDisabled()).toBe(true);
    await expectSound(page);

    await page.unroute(alerting);
    await page.getByRole('button', { name: 'Try again' }).click();
    await missing.waitFor({ state: 'detached' });
    await page.locator('.cut-off').first().waitFor();
    await page.locator('.severity').first().waitFor();
    if (path === '/brief') expect(await print().isEnabled()).toBe(true);
  }, 90_000);

  it('is not drawn as if it were whole while they are on their way', async () => {
    let answer = () => {};
    const asked = new Promise<void>((resolve) => (answer = resolve));
    await page.route(alerting, async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(client + path);
    await page.getByRole('status', { name: 'Loading the alerts' }).waitFor();
    expect(await page.locator('figure.course').count()).toBe(0);
    if (path === '/brief') expect(await print().isDisabled()).toBe(true);
    await expectSound(page);
    answer();
    await page.locator('figure.course').first().waitFor();
    await page.unroute(alerting);
  }, 60_000);
});

it('the course within an alert says that the cut-off could not be fetched', async () => {
  await page.route('**/api/alerting/rules', (route) => route.fulfill(unavailable));
  await page.goto(platform.origin);
  const alert = page.locator('.alert', { hasText: 'the alliance was rated' }).first();
  await alert.getByRole('button', { name: 'What to do' }).click();
  await alert.getByText(/The cut-offs could not be fetched/).waitFor();
  await page.unroute('**/api/alerting/rules');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await alert.locator('.cut-off').waitFor();
}, 60_000);

describe('a page', () => {
  it.each(['', '/brief', '/paper'])(
    'of a client%s has a heading before the client is known',
    async (path) => {
      await page.route('**/api/caseload/clients/**', () => {});
      await page.goto(client + path);
      await page.getByRole('status', { name: /^Loading/ }).waitFor();
      await expectSound(page);
      await page.unroute('**/api/caseload/clients/**');
    },
    60_000,
  );

  it.each(['', '/brief', '/paper'])(
    'of no client%s says so, and leads back',
    async (path) => {
      await page.goto(`${platform.origin}/clients/00000000-0000-4000-8000-000000000000${path}`);
      await page.getByRole('heading', { name: 'Nothing here', level: 1 }).waitFor();
      expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
      await expectSound(page);
      await page.getByRole('link', { name: 'To the caseload' }).click();
      await page.getByRole('heading', { name: 'Caseload', level: 1 }).waitFor();
    },
    60_000,
  );

  it.each(['/clients/not-an-id', '/clients/not-an-id/brief', '/clients/not-an-id/paper', '/nowhere'])(
    'at the wrong address %s does not exist',
    async (path) => {
      await page.goto(platform.origin + path);
      await page.getByRole('heading', { name: 'Nothing here', level: 1 }).waitFor();
      await page.getByRole('navigation', { name: 'Main' }).waitFor();
      await expectSound(page);
    },
    60_000,
  );
});

it.each(['/caseload', '/day', '/clients'])(
  'what is shown on %s says so where newer events wait, and only then',
  async (path) => {
    const waits = page.getByRole('status').filter({ hasText: 'Newer events wait' });
    const address = path === '/clients' ? client : platform.origin + path;
    await page.route('**/api/caseload/**', async (route) => {
      const response = await route.fetch();
      const late = { asOf: '2026-01-02T08:30:00.000Z', delayed: true };
      await route.fulfill({ response, json: { ...(await response.json()), ...late } });
    });
    await page.goto(address);
    await waits.getByText(/as of .*2026/).waitFor();
    await expectSound(page);

    await page.unroute('**/api/caseload/**');
    await page.goto(address);
    await page
      .locator(path === '/clients' ? 'figure.course' : 'table')
      .first()
      .waitFor();
    expect(await waits.count()).toBe(0);
  },
  60_000,
);

it('without a connection a list keeps what it showed and the means to ask again, and an export says that there is none', async () => {
  const tomas = await pageOf(browser, platform.origin, /Tomas/);
  const lost = tomas.getByRole('alert').filter({ hasText: 'Below is what was shown before.' });
  await tomas.goto(`${platform.origin}/trends`);
  const weeks = tomas.locator('[aria-labelledby="trend-sessions"] tbody tr');
  await weeks.first().waitFor();
  const [before, name] = [
    await weeks.allTextContents(),
    tomas.getByRole('columnheader', { name: 'Week of' }),
  ];
  await tomas.context().setOffline(true);
  await tomas.getByLabel('By', { exact: true }).selectOption('month');
  await lost.waitFor();
  expect([await weeks.allTextContents(), await name.count()]).toEqual([before, 6]);
  await expectSound(tomas);
  await tomas.context().setOffline(false);
  await tomas.getByRole('columnheader', { name: 'Month' }).first().waitFor();
  await lost.waitFor({ state: 'detached' });

  await tomas.goto(`${platform.origin}/caseload`);
  const rows = tomas.locator('tr[data-index]');
  await rows.first().waitFor();
  const shown = await rows.first().textContent();
  await tomas.context().setOffline(true);
  await tomas.getByLabel('Care').selectOption('ended');
  await lost.waitFor();
  expect(await rows.first().textContent()).toBe(shown);
  await tomas.getByRole('link', { name: 'Export' }).click();
  await tomas.getByRole('alert').filter({ hasText: 'Nothing was exported' }).waitFor();
  await expectSound(tomas);
  await tomas.context().setOffline(false);
  const [file] = await Promise.all([
    tomas.waitForEvent('download'),
    tomas.getByRole('link', { name: 'Export' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('attune-caseload.csv');
  await tomas.getByText('Nothing was exported').waitFor({ state: 'detached' });
}, 90_000);
