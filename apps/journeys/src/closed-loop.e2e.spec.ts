import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { call, until } from './platform/api.ts';
import { faultsOf, openBrowser, type OpenBrowser, signIn } from './platform/browser.ts';
import { personOf } from './platform/clients.ts';
import { linkIn, mailsTo } from './platform/mailbox.ts';
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

const post = <T>(path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
  call<T>(`${platform.origin}/api/${path}`, { token: operations, method: 'POST', body, headers });

/** A zone in which it is about noon, so that nobody's night keeps a message back. */
function whereItIsNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

async function clientWithMail(name: string) {
  const email = `${crypto.randomUUID()}@example.org`;
  const consent = { email: true, sms: false };
  const person = { kind: 'client', name, zone: whereItIsNoon(), email, consent };
  const { personId: clientId } = (await post<{ personId: string }>('scheduling/people', person)).body;
  const from = new Date(Date.now() - 86_400_000 * 30).toISOString();
  const care = { clientId, staffId: therapistId, kind: 'primary', from };
  await post('scheduling/care-relationships', care);
  return { clientId, email };
}

/** Books a session of the last days at a time when the therapist is free, and says that it took place. */
async function holdSession(clientId: string): Promise<void> {
  for (let quarter = 1; quarter < 200; quarter++) {
    const startsAt = new Date(Date.now() - quarter * 15 * 60_000);
    const endsAt = new Date(startsAt.getTime() + 10 * 60_000).toISOString();
    const session = {
      clientId,
      therapistId,
      startsAt: startsAt.toISOString(),
      endsAt,
      zone: 'Europe/Berlin',
    };
    const booked = await post<{ sessionId: string }>('scheduling/sessions', session);
    if (booked.status === 409) continue;
    expect(booked.status).toBe(201);
    const path = `scheduling/sessions/${booked.body.sessionId}/complete`;
    expect((await post(path, {}, { 'if-match': '"1"' })).status).toBe(200);
    return;
  }
  throw new Error('the therapist is never free');
}

it('from a session to the mail, the answers, the alert, and the repair that the next answers show', async () => {
  const name = `Loop ${Date.now().toString(36)}`;
  const { clientId, email } = await clientWithMail(name);
  const staff = await browser.page(1280);
  await signIn(staff, platform.origin, /Mara/);
  await staff.getByRole('heading', { name: 'Alerts', exact: true }).waitFor();

  /** Opens the link of the newest mail on a phone and answers everything with the same choice. */
  const answer = async (mails: number, choice: 'first' | 'last') => {
    const mail = (await mailsTo(platform, email, mails)).at(-1)!;
    expect(mail.text).toMatch(/Nobody watches this mailbox/);
    const phone = await browser.page(390);
    // The mail may be faster than what makes its link known.
    await until(async () => {
      const { status } = await call(`${platform.origin}/api/questionnaires/check-in`, { link: linkIn(mail) });
      return status === 200;
    });
    await phone.goto(`${platform.origin}/check-in/#${linkIn(mail)}`);
    await phone.getByRole('button', { name: /Start/ }).click();
    for (let item = 1; item <= 12; item++) {
      await phone.getByText(`Question ${item} of 12`, { exact: true }).waitFor();
      await phone.getByRole('radio')[choice]().check();
      await phone.getByRole('button', { name: item < 12 ? 'Next' : 'Send' }).click();
    }
    await phone.getByRole('heading', { name: 'Thank you' }).waitFor();
    await phone.close();
  };

  await holdSession(clientId);
  await answer(1, 'first');
  await staff.getByRole('button', { name: /Show \d+ new alert/ }).click();
  const card = staff.locator('li', { hasText: name });
  await card.getByRole('button', { name: 'Acknowledge' }).click();
  await card.getByText('Acknowledged', { exact: true }).waitFor();
  await card.getByRole('button', { name: 'Start on it' }).click();
  await card.getByText('In progress').waitFor();
  await card.getByRole('button', { name: 'What to do' }).click();
  await card.getByText('What was answered').waitFor();
  await card.getByLabel('Write a note').fill('Asked how the last session felt.');
  await card.getByRole('button', { name: 'Keep the note' }).click();
  await card.getByText('Asked how the last session felt.').waitFor();
  expect(await faultsOf(staff)).toEqual([]);

  await holdSession(clientId);
  await answer(2, 'last');
  const show = staff.getByRole('button', { name: /Show .*changed/ });
  await show
    .or(card.getByText('Repaired', { exact: true }))
    .first()
    .waitFor();
  if (await show.isVisible()) await show.click();
  await card.getByText('Repaired', { exact: true }).waitFor();
  await card.getByLabel('Repaired: we worked it through').check();
  await card.getByLabel('Yes', { exact: true }).check();
  await card.getByRole('button', { name: 'Resolve' }).click();
  await card.waitFor({ state: 'detached' });
  await staff.getByRole('button', { name: 'Undo' }).click();
  await card.waitFor();

  // The therapist was told, without a word about whom.
  const url = `${platform.origin}/api/notifications/messages?personId=${therapistId}`;
  const { body } = await call<{ items: { purpose: string; status: string }[] }>(url, { token: operations });
  expect(body.items.some(({ purpose }) => purpose === 'alert')).toBe(true);
}, 180_000);
