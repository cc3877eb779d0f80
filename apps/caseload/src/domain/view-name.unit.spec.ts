import { expect, it } from '@jest/globals';
import { isSeen, repeated, tidied } from './view-name.ts';

/** A flag of a part of a country, which is written by letters that are not seen. */
const flag = (code: string) =>
  `\u{1f3f4}${code.replace(/./gu, (letter) => String.fromCodePoint(0xe0000 + letter.codePointAt(0)!))}\u{e007f}`;

it.each([
  ...['Drifting', 'Straße 7', 'ग्राहक', 'क\u094d\u200dष', '!!', '👩\u200d⚕\ufe0f', '\u2764\ufe0e'],
  ...['gbeng', 'gbsct', 'gbwls'].map((code) => `Mine ${flag(code)}`),
])('takes %s', (name) => {
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
  ['a look of emoji alone', '\ufe0e'],
  ['letters of a flag without one', `Drifting${flag('gbeng').slice(2)}`],
  ['words behind a flag', flag('unseen')],
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
  [flag('gbeng'), flag('gbsct'), false],
  ['Drifting', 'Drifting 2', false],
])('%s and %s are one name: %s', (one, other, same) => {
  expect(repeated([one, other])).toEqual(same ? [1] : []);
});

it('gives each name that was kept before one of its own', () => {
  expect(tidied(['Mine', 'mine', 'MINE\u200b', '\u200b', 'x'.repeat(60), 'X'.repeat(60)], 60)).toEqual([
    ...['Mine', 'mine 2', 'MINE 3', '?', 'x'.repeat(60), `${'X'.repeat(58)} 2`],
  ]);
});

it.each<[string, string[], string[]]>([
  ['a letter of two halves', ['x'.repeat(59) + '😀'], ['x'.repeat(59)]],
  ['a flag', ['x'.repeat(50) + flag('gbeng')], ['x'.repeat(50)]],
  ['what a mark needs', ['😀'.repeat(30), '😀'.repeat(31)], ['😀'.repeat(30), `${'😀'.repeat(29)} 2`]],
  ['nothing that fits', [`Mine ${flag('gbwls')}`], [`Mine ${flag('gbwls')}`]],
])('cuts off no half of a letter: %s', (_what, names, kept) => {
  expect(tidied(names, 60)).toEqual(kept);
});
