import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call, until } from './platform/api.ts';
import { faultsOf } from './platform/browser.ts';
import { at, clientWithPhone, next, saved, shortForm, type ClientWithPhone } from './platform/client-form.ts';

let client: ClientWithPhone;
beforeAll(async () => {
  client = await clientWithPhone();
}, 360_000);
afterAll(() => client?.close());

it('goes on, on another device, with what was answered on the first', async () => {
  const link = await client.asked();
  const first = await client.open(link);
  await first.getByRole('button', { name: /Start/ }).click();
  for (let item = 1; item <= 2; item++) {
    await first.getByRole('radio').nth(4).check();
    await next(first);
  }
  await saved(first);
  // Let the last one arrive as well.
  await until(async () => {
    const form = await call<{ draft: unknown[] }>(`${client.platform.origin}/api/questionnaires/check-in`, {
      link,
    });
    return form.body.draft.length === 2;
  });
  const second = await client.open(link, 1280);
  await second.getByRole('button', { name: 'Go on' }).click();
  await at(second, 3);
  await second.getByRole('button', { name: 'Back' }).click();
  await at(second, 2);
  expect(await second.getByRole('radio').nth(4).isChecked()).toBe(true);
  await second.goBack();
  await second.getByRole('button', { name: 'Go on' }).waitFor();
}, 60_000);

it('shows nobody’s answers to somebody who opens the form without a link', async () => {
  const page = await client.open(await client.asked(shortForm));
  await page.getByRole('radio').first().check();
  await saved(page);
  expect(page.url()).toBe(`${client.platform.origin}/check-in/`);
  const stored = await page.evaluate<string>(
    'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state])',
  );
  expect(stored).not.toMatch(/[\w-]{43}/);
  const other = await page.context().newPage();
  await other.goto(`${client.platform.origin}/check-in/`);
  await other.getByRole('heading', { name: 'This link does not open a form' }).waitFor();
}, 60_000);

it('says at once what a number or a choice has to keep to, and sends what was typed last', async () => {
  const { platform } = client;
  const url = `https://clinic.example/fhir/Questionnaire/sleep-${Date.now().toString(36)}`;
  const hl7 = 'http://hl7.org/fhir/StructureDefinition/';
  const body = {
    ...{ resourceType: 'Questionnaire', url, version: '1', title: 'Sleep', status: 'active' },
    item: [
      {
        ...{ linkId: 'why', type: 'choice', repeats: true, text: 'What kept you awake?' },
        extension: [{ url: `${hl7}questionnaire-minOccurs`, valueInteger: 2 }],
        answerOption: ['Noise', 'Worry', 'Pain'].map((valueString) => ({ valueString })),
      },
      {
        ...{ linkId: 'hours', type: 'integer', text: 'How many hours did you sleep?' },
        extension: [
          { url: `${hl7}minValue`, valueInteger: 0 },
          { url: `${hl7}maxValue`, valueInteger: 24 },
        ],
      },
    ],
  };
  const token = await platform.token('admin');
  const imports = `${platform.origin}/api/questionnaires/fhir/Questionnaire`;
  expect((await call(imports, { method: 'POST', token, body })).status).toBe(201);
  const page = await client.open(await client.asked(url));
  const send = page.getByRole('button', { name: 'Send' });
  await page.getByLabel('Noise').check();
  await page.getByText('Choose at least 2.').waitFor();
  expect(await send.isDisabled()).toBe(true);
  await page.getByLabel('Worry').check();
  const hours = page.getByRole('spinbutton');
  await hours.fill('30');
  await hours.blur();
  await page.getByRole('alert').filter({ hasText: '24' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await hours.fill('7');
  const sent = page.waitForRequest((request) => request.url().endsWith('/check-in/responses'));
  await send.click();
  expect((await sent).postDataJSON()).toEqual({
    answeredAt: expect.stringMatching(/^\d{4}-.*Z$/),
    answers: [
      { linkId: 'why', value: null, values: [1, 2] },
      { linkId: 'hours', value: 7 },
    ],
  });
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
}, 60_000);

describe('in the language of the client', () => {
  it.each([
    ['ar', 'rtl', 'تمامًا', 'إرسال', 'شكرًا لك', 'لقد أجبت بالفعل'],
    ['hi', 'ltr', 'पूरी तरह', 'भेजें', 'धन्यवाद', 'आप जवाब दे चुके हैं'],
  ])(
    '%s: reads, answers and sends, by keyboard too',
    async (language, dir, fully, send, thanks, used) => {
      const link = await client.asked(shortForm);
      const page = await client.open(link, 320);
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
      const again = await client.open(link);
      await again.getByRole('combobox').selectOption(language);
      await again.getByRole('heading', { name: used }).waitFor();
      expect(await faultsOf(again)).toEqual([]);
    },
    60_000,
  );
});

it('says the provider’s own number at once on an answer about harm, and shows the result where they want it', async () => {
  const lead = await client.platform.token('lead');
  const phq9 = 'https://attune.example/instruments/phq-9';
  const set = (what: string, body: object) =>
    call<{ version: number }>(`${client.platform.origin}/api/questionnaires/${what}`, {
      ...{ token: lead, method: 'PUT', body, headers: { 'if-match': '*' } },
    });
  const contacts = [{ name: 'Crisis line', phone: '+49 800 111 0 111' }];
  const own = { texts: [{ language: 'en', text: 'Call us at any hour.', contacts }] };
  expect((await set('crisis-information', own)).status).toBe(200);
  expect((await set('shown-results', { instruments: [phq9] })).status).toBe(200);
  try {
    const page = await client.open(await client.asked(phq9));
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

it('goes on saying whom to call where the form closes under the client’s hands, and that nobody was told', async () => {
  const { platform } = client;
  const api = `${platform.origin}/api/questionnaires`;
  const link = await client.asked('https://attune.example/instruments/phq-9');
  const page = await client.open(link);
  await page.getByRole('button', { name: /Start/ }).click();
  for (let item = 1; item < 9; item++) await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('radio', { name: 'Nearly every day' }).check();
  await saved(page);
  const { requestId } = (await call<{ requestId: string }>(`${api}/check-in`, { link })).body;
  const token = await platform.token('operations');
  expect((await call(`${api}/requests/${requestId}/revoke`, { method: 'POST', token })).status).toBe(200);
  await page.getByRole('radio', { name: 'Several days' }).check();
  await page.getByRole('heading', { name: 'This form was taken back' }).waitFor();
  await page.getByText('You do not have to be alone with this.').waitFor();
  await page.getByText(/call your local emergency number/).waitFor();
  await page.getByText(/Nobody has been told about your answer/).waitFor();
  expect(await page.getByText(/Nothing needs to be done/).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  for (const nothing of [link, 'A'.repeat(43), '']) {
    const other = await client.open(nothing);
    await other.getByText(/call your local emergency number/).waitFor();
    await other.getByText('Nobody watches this form for emergencies.').waitFor();
  }
}, 60_000);
