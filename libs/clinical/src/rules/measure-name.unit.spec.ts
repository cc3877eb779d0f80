import { expect, it } from '@jest/globals';
import { measureName } from './measure-name.ts';

it.each([
  ['https://attune.example/instruments/phq-9', 'total', 'PHQ-9'],
  ['https://attune.example/instruments/dass-21', 'anxiety', 'DASS-21 (anxiety)'],
  ['https://clinic.example/Questionnaire/our-own-form', 'total', 'our own form'],
])('%s, %s: %s', (instrument, scale, name) => {
  expect(measureName(instrument, scale)).toBe(name);
});
