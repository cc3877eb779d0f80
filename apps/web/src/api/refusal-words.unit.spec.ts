import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { afterAll, expect, it } from '@jest/globals';
import '../language/in-english.ts';
import { refusalWords } from './refusal-words.ts';

const gone = msg`There is no such thing, or it is not yours to see.`;
const detail = 'There is no such client, or it is not yours to see.';

afterAll(() => {
  i18n.activate('en');
});

it('in English the platform’s own words stand', () => {
  expect(refusalWords('not-found', detail)).toBe(detail);
});

it('in another language a refusal is told by its code, and one that is not known in the platform’s words', () => {
  i18n.loadAndActivate({ locale: 'hi', messages: { [gone.id]: 'नहीं' } });
  expect(refusalWords('not-found', detail)).toBe('नहीं');
  expect(refusalWords('something-new', detail)).toBe(detail);
});
