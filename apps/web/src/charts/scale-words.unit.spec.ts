import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { expect, it } from '@jest/globals';
import { namedScale } from './scale-words.ts';

it('scales that ship are named in the language that is read, the clinic’s own as it named them', () => {
  i18n.loadAndActivate({ locale: 'de', messages: { [msg`Bond`.id]: 'Bindung' } });
  const named = (title: string) => namedScale({ title, instrumentTitle: 'PHQ-9', scale: 'bond' });
  expect(named('Bond')).toEqual({ title: 'Bindung', instrumentTitle: 'PHQ-9', scale: 'bond' });
  expect(named('Our own scale').title).toBe('Our own scale');
});
