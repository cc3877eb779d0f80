import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { keyFaults } from './key-faults.ts';

const options = ['Not at all', 'Several days', 'Nearly every day'].map((label, value) => ({ value, label }));
const psychometrics = { reliability: { unknown: 'nobody looked' }, sd: { unknown: 'nobody looked' } };
const source = 'A study';
const scale = {
  ...{ code: 'total', title: 'Total', method: 'sum', items: ['a', 'b'], min: 0, max: 4 },
  ...{ higherIsBetter: false, cutOff: { value: 3, source }, reliability: { value: 0.9, sd: 2, source } },
  bands: [
    { code: 'mild', from: 0, to: 1 },
    { code: 'severe', from: 2, to: 4 },
  ],
};
const instrument = {
  items: [
    { linkId: 'a', text: 'Question a', options },
    { linkId: 'b', text: 'Question b', options },
    { linkId: 'line', text: 'On a line', options: [], range: { min: 0, max: 10 } },
    { linkId: 'words', text: 'In words', options: [], kind: 'text' },
  ],
  scales: [{ ...scale, psychometrics }],
};
const faults = (change: object, of: typeof instrument | object = {}) =>
  Object.fromEntries(keyFaults({ ...instrument, ...of }, { items: [], scales: [{ ...scale, ...change }] }));
const atHarm = (linkId: string, risk: unknown) =>
  Object.fromEntries(keyFaults(instrument, { items: [{ linkId, risk }], scales: [] }));
const byExpression = { scales: [{ ...scale, psychometrics, expression: { text: '1' } }] };

it('finds no fault with a sound key, nor with one that has no numbers at all', () => {
  expect([faults({}), faults({ bands: [], cutOff: undefined, reliability: undefined })]).toEqual([{}, {}]);
  expect(keyFaults(instrument, {}).size).toBe(0);
});

it('the lowest and the highest score are what the answers come to', () => {
  const cleared = { min: undefined, max: 5, bands: [], cutOff: undefined };
  const told = {
    'scales/total/min': 'Enter 0, the least that the answers come to.',
    'scales/total/max': 'Enter 4, the most that the answers come to.',
  };
  expect(faults(cleared)).toEqual(told);
  expect(faults({ ...cleared, min: 9 })).toEqual(told);
  expect(faults({ ...cleared, max: 4, min: 0, multiplier: 0.333 })).toEqual({
    'scales/total/max': 'Enter 1.332, the most that the answers come to.',
  });
  expect(faults({ method: 'mean', bands: [], cutOff: undefined, max: 2 })).toEqual({});
});

it('an end that is wrong finds no fault with what is within', () => {
  const told = { 'scales/total/max': 'Enter 4, the most that the answers come to.' };
  expect([faults({ max: 2 }), faults({ max: undefined })]).toEqual([told, told]);
});

it('of what an expression comes to only a number is asked', () => {
  const elsewhere = { min: 2, max: 9, cutOff: undefined };
  expect(faults(elsewhere, byExpression)).toEqual({});
  expect(faults({ ...elsewhere, max: undefined }, byExpression)).toEqual({
    'scales/total/max': 'Enter a number.',
  });
  expect(faults({ min: 0, max: 0 }, byExpression)).toEqual({});
});

it.each([
  [{ value: 4, source }, {}],
  [{ value: 5, source }, { value: 'Enter a number from 0 to 4.' }],
  [{ source }, { value: 'Enter a number, or clear the rest of the row.' }],
  [{ value: 3 }, { source: 'Say where it was published, or clear the rest of the row.' }],
])('a cut-off is on the scale and was published: %j', (cutOff, told) => {
  const places = Object.entries(told).map(([field, words]) => [`scales/total/cutOff/${field}`, words]);
  expect(faults({ cutOff })).toEqual(Object.fromEntries(places));
});

it('a reliable change is above nought, a reliability from nought to one, and its deviation above nought', () => {
  expect(
    faults({ reliableChange: { value: 0, source }, reliability: { value: 1.2, sd: -1, source } }),
  ).toEqual({
    'scales/total/reliableChange/value': 'Enter a number above 0.',
    'scales/total/reliability/value': 'Enter a number from 0 to 1.',
    'scales/total/reliability/sd': 'Enter a number above 0, or none.',
  });
  expect(faults({ reliability: { value: 0, source } })).toEqual({});
});

it('harm begins above the lowest answer, and with one that can be given', () => {
  const [choose, enter] = [
    'Choose one of the answers above the lowest.',
    'Enter a number above 0, up to 10.',
  ];
  expect([atHarm('a', { atLeast: 2 }), atHarm('line', { atLeast: 10 }), atHarm('a', null)]).toEqual([
    {},
    {},
    {},
  ]);
  expect([atHarm('a', { atLeast: 0 }), atHarm('a', { atLeast: 3 })]).toEqual([
    { 'items/a/risk': choose },
    { 'items/a/risk': choose },
  ]);
  expect(atHarm('line', { atLeast: 11 })).toEqual({ 'items/line/risk': enter });
  expect(atHarm('words', { atLeast: 11 })).toEqual({});
});
