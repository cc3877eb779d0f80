import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { call, until } from './platform/api.ts';
import { faultsOf } from './platform/browser.ts';
import {
  at,
  clientWithPhone,
  keptOn,
  next,
  saved,
  shortForm,
  type ClientWithPhone,
} from './platform/client-form.ts';

let client: ClientWithPhone;
beforeAll(async () => {
  client = await clientWithPhone();
}, 360_000);
afterAll(() => client?.close());

it('without a connection the form goes on, opens again where it was, and is sent once when the connection is back', async () => {
  const before = await client.responses();
  const page = await client.open(await client.asked());
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
  expect([await client.responses(), await keptOn(page)]).toEqual([before, 1]);
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect([await client.responses(), await keptOn(page)]).toEqual([before + 1, 0]);
  await page.reload();
  await page.getByRole('heading', { name: 'You have answered already' }).waitFor();
}, 90_000);

it('what waits is sent by the browser when the connection is back, also where the page is closed by then', async () => {
  const before = await client.responses();
  const link = await client.asked(shortForm);
  const page = await client.open(link);
  const context = page.context();
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await context.setOffline(true);
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Your answers are saved on this phone' }).waitFor();
  const other = await context.newPage();
  await page.close();
  await context.setOffline(false);
  expect(await client.responses()).toBe(before);
  // The moment is the browser's to choose: here it is told that it has come.
  const devtools = await context.newCDPSession(other);
  const registered = new Promise<string>((done) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) done(first.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const sync = { origin: client.platform.origin, tag: 'attune-send', lastChance: false };
  await devtools.send('ServiceWorker.dispatchSyncEvent', { ...sync, registrationId: await registered });
  await until(async () => (await client.responses()) === before + 1);
  const again = await client.open(link);
  await again.getByRole('heading', { name: 'You have answered already' }).waitFor();
}, 60_000);

it('counts once where the answer to the sending was lost', async () => {
  const before = await client.responses();
  const page = await client.open(await client.asked(shortForm));
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
  expect(await client.responses()).toBe(before + 1);
}, 60_000);

it('says that answers did not arrive where the form closed before there was a connection', async () => {
  const { platform } = client;
  const api = `${platform.origin}/api/questionnaires`;
  const link = await client.asked(shortForm);
  const { requestId } = (await call<{ requestId: string }>(`${api}/check-in`, { link })).body;
  const page = await client.open(link);
  await page.context().setOffline(true);
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Your answers are saved on this phone' }).waitFor();
  const token = await platform.token('operations');
  expect((await call(`${api}/requests/${requestId}/revoke`, { method: 'POST', token })).status).toBe(200);
  await page.context().setOffline(false);
  // It may have tried by itself by now.
  await page
    .getByRole('button', { name: 'Try again' })
    .click({ timeout: 2_000 })
    .catch(() => undefined);
  await page.getByRole('heading', { name: 'Your answers did not arrive' }).waitFor();
  await page.getByText('Nobody watches this form for emergencies.').waitFor();
}, 60_000);
