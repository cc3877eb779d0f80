import { expect, it } from '@jest/globals';
import { isSeen, repeated, tidied } from './view-name.ts';

it.each(['Drifting', 'Straße 7', 'ग्राहक', 'क\u094d\u200dष', '!!', '👩\u200d⚕\ufe0f'])('takes %s', (name) => {
  expect(isSeen(name)).toBe(true);
});

it.each<[string, string]>([
  ['a soft hyphen', 'Drif\u00adting'],
  ['a blank without width', 'Drifting\u200b'],
  ['a turn of the writing', '\u202egnitfirD'],
  ['a control letter', 'Drif\tting'],
  ['a line of its own', 'Drif\u2028ting'],
  ['a letter that fills', '\u3164'],
  ['an empty pattern of Braille', 'Drifting\u2800'],
  ['a joiner alone', '\u200d'],
])('refuses %s', (_what, name) => {
  expect(isSeen(name)).toBe(false);
});

it.each<[string, string, boolean]>([
  ['Drifting', 'DRIFTING', true],
  ['Mu\u0308ller', 'müller', true],
  ['My  own', 'my own', true],
  ['Straße', 'STRASSE', true],
  ['Ｄrifting', 'drifting', true],
  ['Drif\u200dting', 'Drifting', true],
  ['Müller', 'Muller', false],
  ['Drifting', 'Drifting 2', false],
])('%s and %s are one name: %s', (one, other, same) => {
  expect(repeated([one, other])).toEqual(same ? [1] : []);
});

it('gives each name that was kept before one of its own', () => {
  expect(tidied(['Mine', 'mine', 'MINE\u200b', '\u200b', 'x'.repeat(60), 'X'.repeat(60)], 60)).toEqual([
    ...['Mine', 'mine 2', 'MINE 3', '?', 'x'.repeat(60), `${'X'.repeat(58)} 2`],
  ]);
});
