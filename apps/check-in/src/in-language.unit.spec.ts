import { expect, it } from '@jest/globals';
import type { Form } from './form.ts';
import { crisisIn, inLanguage } from './in-language.ts';

const form = {
  instrument: {
    ...{ title: 'Title', intro: 'Intro', notice: 'Notice', validated: false },
    items: [{ linkId: 'a', text: 'Text', options: [{ value: 1, label: 'One' }], risk: { atLeast: 1 } }],
  },
  wording: 'en',
  otherWordings: [
    { language: 'hi', title: 'हिन्दी', intro: 'i', notice: 'n', items: [{ text: 'सवाल', labels: ['एक'] }] },
  ],
  crisis: [
    { language: 'de-AT', text: 'Hilfe', contacts: [] },
    { language: 'hi', text: 'मदद', contacts: [] },
  ],
} as unknown as Form;

it('gives the words of the language, and everything else as it is', () => {
  const { language, title, items } = inLanguage(form, 'hi');
  expect([language, title, items]).toEqual([
    'hi',
    'हिन्दी',
    [{ linkId: 'a', text: 'सवाल', options: [{ value: 1, label: 'एक' }], risk: { atLeast: 1 } }],
  ]);
});

it('is as it came where there is no translation, and says in which language', () => {
  expect(inLanguage(form, 'ar')).toMatchObject({ language: 'en', title: 'Title' });
});

it('says what to do in danger in the language, or in the first there is', () => {
  expect(['hi', 'de', 'ar'].map((each) => crisisIn(form, each)?.text)).toEqual(['मदद', 'Hilfe', 'Hilfe']);
});
