import { expect, it } from '@jest/globals';
import { searchText } from './search-text.ts';

it.each([
  ['Müller', 'muller'],
  ['  ÉLODIE   Ñuñez ', 'elodie nunez'],
  ['Straße', 'strasse'],
  ['Łukasz Sørensen', 'lukasz sorensen'],
  ['İpek', 'ipek'],
  ["Anne-Marie O'Brien", 'anne marie o brien'],
])('folds %j to %j', (name, folded) => {
  expect(searchText(name)).toBe(folded);
});
