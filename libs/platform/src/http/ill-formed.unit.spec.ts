import { expect, it } from '@jest/globals';
import { illFormed } from './ill-formed.ts';

it.each([
  [{ name: 'Zz \ud800x' }, ['name']],
  [{ people: [{ name: 'fine' }, { name: 'a\u0000b' }] }, ['people', '1', 'name']],
  ['\u0000', []],
])('finds the text that cannot be kept: %j', (value, path) => {
  expect(illFormed(value)).toEqual(path);
});

it.each([[{ name: 'Zoë 👩🏽‍⚕️', count: 3, nothing: null, list: [true] }], [undefined], [12]])(
  'lets %j pass',
  (value) => {
    expect(illFormed(value)).toBeUndefined();
  },
);

it('is not overcome by depth', () => {
  let nested: unknown = 'bottom';
  for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
  expect(illFormed(nested)).toBeUndefined();
});
