import { expect, it } from '@jest/globals';
import { hiddenColumns, hideColumns, shownBut } from './hidden-columns.ts';

it('columns that are hidden on a device stay so, and the name cannot be', () => {
  let kept = '';
  hideColumns({ setItem: (_, value) => (kept = value) }, 'me', ['missed', 'care']);
  expect(hiddenColumns({ getItem: () => kept }, 'me')).toEqual(['missed', 'care']);
  expect(hiddenColumns({ getItem: () => 'client,of tomorrow,care' }, 'me')).toEqual(['care']);
  expect(shownBut(['missed'])).toEqual({ missed: false });
});

it('a device that has never hidden one shows all', () => {
  expect(hiddenColumns({ getItem: () => null }, 'me')).toEqual([]);
});
