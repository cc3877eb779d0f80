import { expect, it } from '@jest/globals';
import { agreement, keyChanges, keyOf, toSend } from './key-changes.ts';

const risk = { atLeast: 1 };
const instrument = {
  items: [
    { linkId: 'a', text: 'Question a', options: [], reversed: false },
    { linkId: 'b', text: 'Question b', options: [], reversed: true, risk },
  ],
  scales: [
    {
      ...{ code: 'total', title: 'Total', min: 0, max: 6, higherIsBetter: true, expression: '1 + 1' },
      psychometrics: { reliability: { unknown: 'nobody looked' }, sd: { unknown: 'nobody looked' } },
    },
  ],
};
const key = keyOf(instrument);

it('a key has no words of the form, no expression and nothing that a study found', () => {
  expect(key).toEqual({
    items: [
      { linkId: 'a', reversed: false },
      { linkId: 'b', reversed: true, risk },
    ],
    scales: [{ code: 'total', title: 'Total', min: 0, max: 6, higherIsBetter: true }],
  });
});

it('says field by field what would count otherwise, and nothing where all stays', () => {
  expect(keyChanges(key, structuredClone(key))).toEqual([]);
  expect(
    keyChanges(key, {
      items: [{ linkId: 'a', reversed: true }],
      scales: [{ ...key.scales[0], max: 7 }, { code: 'new' }],
    }),
  ).toEqual([
    { of: 'a', field: 'reversed', from: false, to: true },
    { of: 'total', field: 'max', from: 6, to: 7 },
    { of: 'new', field: 'code', from: undefined, to: 'new' },
  ]);
});

it('an item that is left out stays as it is, a scale that is left out would be gone', () => {
  const changes = keyChanges(key, { scales: [] });
  expect(new Set(changes.map(({ of }) => of))).toEqual(new Set(['total']));
  expect(new Set(changes.map(({ to }) => to))).toEqual(new Set([undefined]));
});

it('a risk that was taken out is told, in the place where it was', () => {
  const entered = { items: [{ linkId: 'b', reversed: true }, { linkId: 'a' }], scales: [] };
  expect(toSend(key, entered)).toEqual({
    items: [{ linkId: 'b', reversed: true, risk: null }, { linkId: 'a' }],
    scales: [],
  });
  expect(toSend(key, { items: 'none' })).toEqual({ items: 'none' });
});

it('what was agreed to about the key before is agreed to no more', () => {
  const seen = { keyRevision: 1, agreed: true };
  expect([agreement(seen, 1), agreement(seen, 2)]).toEqual([
    { agreed: true, meanwhile: false },
    { agreed: false, meanwhile: true },
  ]);
});

it('what somebody else corrected meanwhile would be taken back by what was entered before', () => {
  const newer = keyOf({ ...instrument, items: instrument.items.map((item) => ({ ...item, risk })) });
  const entered = { ...key, scales: [{ ...key.scales[0], max: 7 }] };
  expect(keyChanges(newer, entered)).toEqual([
    { of: 'a', field: 'risk', from: risk, to: undefined },
    { of: 'total', field: 'max', from: 6, to: 7 },
  ]);
  expect(toSend(newer, entered)).toMatchObject({
    items: [
      { linkId: 'a', risk: null },
      { linkId: 'b', risk },
    ],
  });
});
