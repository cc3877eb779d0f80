import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { languageChoices } from './languages.ts';

const labels = (ofInstruments: string[], now: string) =>
  languageChoices(ofInstruments, now).map(({ label }) => label);

it('are those that Attune speaks, each once and by its name', () => {
  expect(labels(['en', 'hi'], 'en')).toEqual(['Arabic', 'English', 'Hindi']);
});

it('and those of the questions', () => {
  expect(labels(['de'], 'en')).toEqual(['Arabic', 'English', 'German', 'Hindi']);
});

it('and what another system has said of this person', () => {
  expect(languageChoices([], 'de-AT')).toContainEqual({ value: 'de-AT', label: 'Austrian German' });
});
