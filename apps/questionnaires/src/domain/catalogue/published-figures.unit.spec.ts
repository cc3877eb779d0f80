import { expect, it, test } from '@jest/globals';
import { mayMiss } from '../instrument.ts';
import { findKey, instrumentKeys } from './catalogue.ts';

/** As it stands in the publication: items by their numbers, bands by the lowest score in them. */
interface Published {
  readonly reversed?: readonly number[];
  /** By the number of the item: from which answer on. */
  readonly risk?: Readonly<Record<number, number>>;
  readonly scales: Readonly<Record<string, PublishedScale>>;
}

interface PublishedScale {
  readonly items: readonly number[];
  readonly range: readonly [min: number, max: number];
  readonly better: 'higher' | 'lower';
  readonly bands?: Readonly<Record<string, number>>;
  /** How many items may be missing; none unless said. */
  readonly mayMiss?: number;
  readonly cutOff?: number;
  readonly reliableChange?: number;
}

const first = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const published: Readonly<Record<string, Published>> = {
  'wai-sr': {
    scales: {
      goal: { items: [4, 6, 8, 11], range: [1, 5], better: 'higher' },
      task: { items: [1, 2, 10, 12], range: [1, 5], better: 'higher' },
      bond: { items: [3, 5, 7, 9], range: [1, 5], better: 'higher' },
      total: { items: first(12), range: [1, 5], better: 'higher' },
    },
  },
  srs: { scales: { total: { items: first(4), range: [0, 40], better: 'higher', cutOff: 36 } } },
  'arm-5': { reversed: [3], scales: { total: { items: first(5), range: [1, 7], better: 'higher' } } },
  sai: { scales: { total: { items: first(6), range: [0, 5], better: 'higher' } } },
  ors: {
    scales: {
      total: { items: first(4), range: [0, 40], better: 'higher', cutOff: 25, reliableChange: 5 },
    },
  },
  'oq-45': {
    reversed: [1, 12, 13, 20, 21, 24, 31, 37, 43],
    risk: { 8: 1 },
    scales: {
      'symptom-distress': {
        items: [
          ...[2, 3, 5, 6, 8, 9, 10, 11, 13, 15, 22, 23, 24, 25, 27, 29, 31, 33, 34, 35, 36, 40, 41, 42, 45],
        ],
        range: [0, 100],
        better: 'lower',
      },
      'interpersonal-relations': {
        items: [1, 7, 16, 17, 18, 19, 20, 26, 30, 37, 43],
        range: [0, 44],
        better: 'lower',
      },
      'social-role': { items: [4, 12, 14, 21, 28, 32, 38, 39, 44], range: [0, 36], better: 'lower' },
      total: { items: first(45), range: [0, 180], better: 'lower', cutOff: 64, reliableChange: 14 },
    },
  },
  wsas: {
    scales: {
      total: {
        ...{ items: first(5), range: [0, 40], better: 'lower' },
        bands: { subclinical: 0, significant: 10, severe: 21 },
        ...{ mayMiss: 1, cutOff: 10 },
      },
    },
  },
  isi: {
    scales: {
      total: {
        ...{ items: first(7), range: [0, 28], better: 'lower' },
        bands: { none: 0, subthreshold: 8, moderate: 15, severe: 22 },
      },
    },
  },
  'who-5': {
    scales: {
      total: { items: first(5), range: [0, 100], better: 'higher', cutOff: 51, reliableChange: 10 },
    },
  },
  k10: {
    scales: {
      total: {
        ...{ items: first(10), range: [10, 50], better: 'lower' },
        bands: { low: 10, moderate: 16, high: 22, 'very-high': 30 },
      },
    },
  },
  'dass-21': {
    scales: {
      depression: {
        ...{ items: [3, 5, 10, 13, 16, 17, 21], range: [0, 42], better: 'lower' },
        bands: { normal: 0, mild: 10, moderate: 14, severe: 21, extreme: 28 },
      },
      anxiety: {
        ...{ items: [2, 4, 7, 9, 15, 19, 20], range: [0, 42], better: 'lower' },
        bands: { normal: 0, mild: 8, moderate: 10, severe: 15, extreme: 20 },
      },
      stress: {
        ...{ items: [1, 6, 8, 11, 12, 14, 18], range: [0, 42], better: 'lower' },
        bands: { normal: 0, mild: 15, moderate: 19, severe: 26, extreme: 34 },
      },
    },
  },
};

function inNumbers(name: string): Published {
  const { items, scales } = findKey(name)!;
  const numberOf = (linkId: string) => items.findIndex((item) => item.linkId === linkId) + 1;
  const numbers = (some: typeof items) => some.map(({ linkId }) => numberOf(linkId));
  const reversed = numbers(items.filter((item) => item.reversed));
  const risk = items.flatMap((item) => (item.risk ? [[numberOf(item.linkId), item.risk.atLeast]] : []));
  return {
    ...(reversed.length > 0 && { reversed }),
    ...(risk.length > 0 && { risk: Object.fromEntries(risk) }),
    scales: Object.fromEntries(
      scales.map(({ code, min, max, higherIsBetter, bands, missing, cutOff, reliableChange, ...scale }) => [
        code,
        {
          items: scale.items.map(numberOf),
          range: [min, max],
          better: higherIsBetter ? 'higher' : 'lower',
          ...(bands.length > 0 && { bands: Object.fromEntries(bands.map((band) => [band.code, band.from])) }),
          ...(missing.rule !== 'none' && { mayMiss: mayMiss(missing, scale.items.length) }),
          ...(cutOff && { cutOff: cutOff.value }),
          ...(reliableChange && { reliableChange: reliableChange.value }),
        },
      ]),
    ),
  };
}

test.each(Object.entries(published))('%s has the items and figures that were published', (name, figures) => {
  expect(inNumbers(name)).toEqual(figures);
});

it('leaves no key out', () => {
  expect(instrumentKeys.map(({ name }) => name).toSorted()).toEqual(Object.keys(published).toSorted());
});
