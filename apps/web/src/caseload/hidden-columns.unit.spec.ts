import { expect, it } from '@jest/globals';
import { hiddenColumns, shownBut } from './hidden-columns.ts';

it('columns stay left out as long as there are such, and the name cannot be', () => {
  expect(hiddenColumns(['client', 'of tomorrow', 'care'])).toEqual(['care']);
  expect(shownBut(['missed'])).toEqual({ missed: false });
});
