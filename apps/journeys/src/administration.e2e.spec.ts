import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, type OpenBrowser } from './platform/browser.ts';
import { expectSound, openPage, pageOf } from './platform/pages.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

let platform: PlatformInUse;
let browser: OpenBrowser;

beforeAll(async () => {
  platform = await sharedPlatform();
  browser = await openBrowser();
}, 360_000);
afterAll(() => browser?.close());

const as = (name: RegExp, width?: number): Promise<Page> => pageOf(browser, platform.origin, name, width);
const open = (page: Page, path: string, heading: string) => openPage(page, platform.origin + path, heading);
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const notForYou = (page: Page) => page.getByText('Not for your role').waitFor();

const operationsPages = [
  ['/admin/people?kind=staff', 'People'],
  ['/admin/people/new', 'Register somebody'],
  ['/admin/care', 'Who cares for whom'],
  ['/admin/instruments', 'Instruments'],
  ['/admin/instruments/phq-9', 'PHQ-9'],
  ['/admin/form', 'The client’s form'],
] as const;

describe('people and their care', () => {
  it.each([390, 768, 1440])(
    'have pages that are sound at a width of %i',
    async (width) => {
      const page = await as(/Tomas/, width);
      for (const [path, heading] of operationsPages) {
        await open(page, path, heading);
        await expectSound(page);
      }
    },
    120_000,
  );

  it('are registered, treated, handed over, and erased when nobody cares any more', async () => {
    const name = `Journey ${crypto.randomUUID().slice(0, 8)}`;
    const page = await as(/Tomas/);
    await open(page, '/admin/people/new', 'Register somebody');
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    const zone = page.getByRole('textbox', { name: 'Time zone' });
    const right = await zone.inputValue();
    await zone.fill('not a zone');
    await button(page, 'Register').click();
    await page.getByRole('alert').getByText('IANA').waitFor();
    await expectSound(page);
    await zone.fill(right);
    await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Hindi' });
    await button(page, 'Register').click();
    await page.getByRole('heading', { name }).waitFor();
    const address = page.url();

    await button(page, 'Begin care…').click();
    await page.getByLabel('Who', { exact: true }).selectOption({ label: 'Dr. Mara Lindqvist' });
    await button(page, 'Begin').click();
    await button(page, 'Hand over: Dr. Mara Lindqvist').click();
    await page.getByLabel('From Dr. Mara Lindqvist to').selectOption({ label: 'Amir Haddad' });
    await button(page, 'Hand over').click();
    await button(page, 'End: Amir Haddad').waitFor();
    await expectSound(page);

    const admin = await as(/Admin/i);
    await admin.goto(address);
    const erase = async () => {
      await button(admin, 'Erase for good').click();
    };
    await button(admin, `Erase ${name}…`).click();
    await admin.getByText('Nobody can bring them back.').waitFor();
    expect(await button(admin, 'Erase for good').isDisabled()).toBe(true);
    await admin.getByLabel(/To confirm/).fill(name);
    await erase();
    await admin.getByText('End the care relationships of this person first.').waitFor();
    await button(page, 'End: Amir Haddad').click();
    await button(page, 'End').click();
    await page.getByText('Nobody cares for this client now, or is to.').waitFor();
    await erase();
    await admin.getByRole('heading', { name: 'Erased' }).waitFor();
    await open(page, `/admin/people?search=${encodeURIComponent(name)}`, 'Nobody here');

    // Each step is in the trail of this client, for those who may read it.
    const lead = await as(/Sofia/);
    const clientId = new URL(address).pathname.split('/').at(-1) ?? '';
    await open(lead, `/admin/audit?clientId=${clientId}&kind=change`, 'Who read or changed what');
    for (const done of ['Erased a person', 'Ended care', 'Handed care over', 'Began care']) {
      await button(lead, `Only: ${done}`).waitFor();
    }
    await lead.getByLabel('What exactly').selectOption('Registered a person');
    await lead.waitForURL(/action=register-person/);
    await button(lead, 'Only: Registered a person').waitFor();
    expect(await button(lead, 'Only: Began care').count()).toBe(0);
    await expectSound(lead);
    await page.goto(lead.url());
    await notForYou(page);
  }, 180_000);

  it('are looked at by the clinic lead, and by administrators without their care', async () => {
    const lead = await as(/Sofia/);
    await open(lead, '/admin/people?search=mara', 'People');
    await lead.getByRole('link', { name: 'Dr. Mara Lindqvist' }).click();
    await lead.getByRole('heading', { name: 'Their clients' }).waitFor();
    expect(await button(lead, 'Save').count()).toBe(0);
    const admin = await as(/Admin/i);
    await admin.goto(`${platform.origin}/admin/care`);
    await notForYou(admin);
  }, 60_000);
});

describe('instruments', () => {
  it('are uploaded by an administrator, and refused place by place', async () => {
    const page = await as(/Admin/i);
    await open(page, '/admin/instruments', 'Instruments');
    await page.getByRole('link', { name: 'Upload an instrument' }).click();
    const upload = async (document: object) => {
      await page.getByLabel('The document').fill(JSON.stringify(document));
      await button(page, 'Publish').click();
    };
    const options = [0, 1].map((value) => ({ value, label: `Answer ${value}` }));
    const item = (linkId: string) => ({ linkId, text: `Question ${linkId}`, options });
    const instrument = {
      ...{ url: `https://clinic.example/instruments/journey-${Date.now()}`, version: '1.0.0' },
      ...{ title: 'Of a journey', intro: 'Think of today.', notice: 'Ours.', validated: false },
      items: [item('a'), item('b')],
      scales: [
        {
          ...{ code: 'total', title: 'Total', method: 'sum', items: ['a', 'b'], min: 0, max: 2 },
          ...{ higherIsBetter: true, missing: { rule: 'none' }, bands: [] },
        },
      ],
    };
    await upload({ ...instrument, items: [item('a'), { ...item('b'), text: '' }] });
    await page.getByRole('alert').getByText('/items/1/text').waitFor();
    await expectSound(page);
    await upload(instrument);
    await page.getByRole('status').getByRole('link', { name: 'Of a journey, 1.0.0' }).click();
    await page.getByText('Question b').waitFor();
    await expectSound(page);

    // Its key is corrected by whoever has seen what comes of it.
    const address = page.url();
    await button(page, 'Correct the key…').click();
    const key = page.getByLabel(/^The key of version 1.0.0/);
    expect(await button(page, 'Correct the key').isDisabled()).toBe(true);
    await page.getByText('Still missing: a change of the key, what was wrong and your agreement').waitFor();
    const highest = page.getByLabel('Highest score');
    const agree = async (on: Page, told: string) => {
      await on.getByRole('region', { name: 'What changes' }).getByText(told).waitFor();
      await on.getByLabel('What was wrong').fill('Of a journey');
      await on.getByLabel(/^Answers to version 1.0.0 count by this key/).check();
    };
    const correct = async (told: string) => {
      await agree(page, told);
      await button(page, 'Correct the key').click();
    };
    await highest.fill('3');
    // What cannot be is said at the field.
    await agree(page, '2 becomes 3');
    await page.getByText('Enter 2, the most that the answers come to.').waitFor();
    expect(await button(page, 'Correct the key').isDisabled()).toBe(true);
    await expectSound(page);
    // The fields and the JSON behind them say the same.
    await page.getByText('As JSON, with all the rest').click();
    const typed = (await key.inputValue()).replace('"max": 3', '"max": 2');
    await key.fill('{');
    await page.getByRole('alert').getByText('cannot be read').waitFor();
    await expectSound(page);
    // What only the JSON can say is refused by the platform, place by place.
    await key.fill(typed.replace('"higherIsBetter": true', '"higherIsBetter": false'));
    await correct('yes becomes no');
    await page.getByRole('alert').getByText('Total: Higher is better').waitFor();
    await expectSound(page);
    await key.fill(typed);
    expect(await highest.inputValue()).toBe('2');
    // An answer about harm is chosen by its words.
    const harm = page.getByLabel('About harm from this answer on: Question a');
    await harm.selectOption('Answer 1 (1)');
    await page.getByText('never becomes Answer 1 (1)').waitFor();
    await harm.selectOption('never');
    await page.getByRole('checkbox', { name: 'Counts the other way round: Question a' }).check();
    await correct('no becomes yes');
    const corrected = 'The key is corrected: answers from now on count by it.';
    await page.getByText(corrected).waitFor();
    await page.getByText('Earlier responses are being scored again').waitFor();
    await expectSound(page);

    // Of two at once, the slower one loses nothing that was entered, and agrees to what it would change now.
    const other = await as(/Admin/i);
    await other.goto(address);
    for (const one of [page, other]) await button(one, 'Correct the key…').click();
    const turned = (on: Page, id: string) =>
      on.getByRole('checkbox', { name: `Counts the other way round: Question ${id}` });
    await turned(page, 'a').uncheck();
    await agree(page, 'yes becomes no');
    await turned(other, 'b').check();
    await agree(other, 'no becomes yes');
    await button(other, 'Correct the key').click();
    await other.getByText(corrected).waitFor();
    await button(page, 'Correct the key').click();
    await page.getByRole('alert').getByText('Somebody else has corrected the key meanwhile').waitFor();
    expect(await page.getByLabel('What was wrong').inputValue()).toBe('Of a journey');
    const changes = page.getByRole('region', { name: 'What changes' });
    for (const id of ['a', 'b']) await changes.getByText(`“Question ${id}”: Counts`).waitFor();
    expect(await button(page, 'Correct the key').isDisabled()).toBe(true);
    await expectSound(page);
    await turned(page, 'b').check();
    // A number is typed letter by letter.
    const lowest = page.getByLabel('Lowest score');
    await lowest.fill('');
    await lowest.pressSequentially('-0.5');
    await changes.getByText('0 becomes -0.5').waitFor();
    await lowest.fill('0');
    await correct('yes becomes no');
    await page.getByText(corrected).waitFor();
    const lead = await as(/Sofia/);
    await lead.goto(address);
    await lead.getByText('Question b').waitFor();
    expect(await button(lead, 'Correct the key…').count()).toBe(0);
  }, 120_000);

  it('are not uploaded by the clinic lead', async () => {
    const lead = await as(/Sofia/);
    await lead.goto(`${platform.origin}/admin/instruments/new`);
    await notForYou(lead);
  }, 60_000);
});

describe('policies', () => {
  it('are written by the clinic lead, for a team, and refused where their parts do not go together', async () => {
    const lead = await as(/Sofia/, 768);
    await open(lead, '/admin/check-ins/new', 'Write a new policy');
    const code = `journey-${Date.now()}`;
    await lead.getByLabel('Code').fill(code);
    await lead.getByRole('textbox', { name: 'Name' }).fill(`Of ${code}`);
    await lead.getByLabel('Which instrument').selectOption({ label: 'GAD-7' });
    await lead.getByLabel('When').selectOption('every-n-weeks');
    await lead.getByLabel('For whom').selectOption('team');
    await lead.getByLabel('Which team').fill('journeys');
    await lead.getByLabel('Reminders after so many hours').fill('24, 400');
    // Nobody is to be asked because of a journey.
    await lead.getByRole('switch', { name: 'Asks clients' }).click({ force: true });
    await button(lead, 'Put in force').click();
    await lead.getByText('inside of the time to answer').first().waitFor();
    await expectSound(lead);
    await lead.getByLabel('Reminders after so many hours').fill('24');
    await button(lead, 'Put in force').click();
    const card = lead.getByRole('region', { name: `Of ${code}` });
    await card.getByText('asks clients of the team journeys every 4 weeks').waitFor();
    expect(await card.getByText('Off', { exact: true }).count()).toBe(1);
    await expectSound(lead);
  }, 90_000);

  it('are not written by operations', async () => {
    const page = await as(/Tomas/);
    await page.goto(`${platform.origin}/admin/check-ins/new`);
    await notForYou(page);
  }, 60_000);
});

describe('the form', () => {
  it('says in danger what the clinic lead has it say, and a number that cannot be dialled is marked', async () => {
    const lead = await as(/Sofia/, 390);
    await open(lead, '/admin/form', 'The client’s form');
    await button(lead, 'Add a number in English').click();
    await lead.getByLabel('Whom to call').last().fill('Crisis line');
    await lead.getByLabel('Number, as it is dialled').last().fill('call me');
    await button(lead, 'Save').first().click();
    await lead.getByText('Write it as it is dialled').first().waitFor();
    await expectSound(lead);
  }, 60_000);
});

it('quiet hours are set by the clinic lead, and read by operations', async () => {
  const page = await as(/Marchetti/);
  await open(page, '/admin/hours', 'The clinic’s hours');
  const quiet = page.getByRole('region', { name: 'Quiet hours' });
  const from = quiet.getByLabel('From');
  await from.waitFor();
  const before = await from.inputValue();
  for (const time of ['20:30', before]) {
    await from.fill(time);
    await quiet.getByRole('button', { name: 'Save' }).click();
    await quiet.getByText('Saved').waitFor();
    await page.reload();
    await from.waitFor();
    expect(await from.inputValue()).toBe(time);
  }
  await expectSound(page);
  const operations = await as(/Tomas/);
  await open(operations, '/admin/hours', 'The clinic’s hours');
  const seen = operations.getByRole('region', { name: 'Quiet hours' });
  await seen.getByLabel('From').waitFor();
  expect(await seen.getByRole('button', { name: 'Save' }).count()).toBe(0);
});
