import { expect, it } from '@jest/globals';
import { languageOf } from './language.ts';

const device = (kept: string | null) => ({ getItem: () => kept });

it('what was chosen on the device counts before what the browser prefers', () => {
  expect(languageOf(device('en'), ['hi-IN'])).toBe('en');
});

it('the first language of the browser that there is counts before English', () => {
  expect(languageOf(device(null), ['ta-IN', 'hi-IN', 'en'])).toBe('hi');
  expect(languageOf(device('xx'), ['de-AT'])).toBe('en');
});
