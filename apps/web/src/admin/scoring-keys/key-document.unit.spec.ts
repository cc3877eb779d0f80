import { expect, it } from '@jest/globals';
import { countingItems, partOf, withPart, withPiece } from './key-document.ts';

const before = {
  items: [
    { linkId: 'a', reversed: false },
    { linkId: 'b', reversed: true, risk: { atLeast: 1 } },
    { linkId: 'name', reversed: false },
  ],
  scales: [{ code: 'total', min: 0, max: 6, items: ['a'], cutOff: { value: 3, source: 'A study' } }],
};

it('one part is said otherwise, in its place, and all others stay', () => {
  expect(withPart(before, 'items', 'a', { reversed: true })).toEqual({
    ...before,
    items: [{ linkId: 'a', reversed: true }, ...before.items.slice(1)],
  });
});

it('what was taken out stays out', () => {
  const without = withPart(before, 'items', 'b', { risk: undefined });
  expect(partOf(without, before, 'items', 'b')).toEqual({ linkId: 'b', reversed: true });
});

it('an item that somebody left out of the JSON comes back in, and is shown as it was meanwhile', () => {
  const without = { ...before, items: [] };
  expect(partOf(without, before, 'items', 'b')).toEqual(before.items[1]);
  expect(withPart(without, 'items', 'b', { reversed: false })).toMatchObject({
    items: [{ linkId: 'b', reversed: false }],
  });
  expect(withPart({ items: 'none', scales: [] }, 'items', 'b', { reversed: false })).toEqual({
    items: [{ linkId: 'b', reversed: false }],
    scales: [],
  });
});

it('a number keeps its source while it is typed anew, and is gone where nothing is left', () => {
  const [total] = before.scales;
  expect(withPiece(total!, 'cutOff', { value: undefined })).toEqual({ source: 'A study' });
  expect(withPiece(total!, 'cutOff', { value: undefined, source: undefined })).toBeUndefined();
  expect(withPiece(total!, 'reliability', { value: 0.9 })).toEqual({ value: 0.9 });
});

it('what counts is in a scale, or about harm', () => {
  expect(countingItems(before, before)).toEqual(new Set(['a', 'b']));
  expect(countingItems({}, before)).toEqual(new Set(['a', 'b']));
});
