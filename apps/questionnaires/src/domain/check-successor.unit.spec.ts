import { expect, it } from '@jest/globals';
import { checkSuccessor } from './check-successor.ts';
import type { Instrument } from './instrument.ts';
import { phq9 } from './instruments/phq-9.ts';

const next = (change: (draft: Instrument) => Partial<Instrument>): Instrument => ({
  ...phq9,
  version: '9.9.9',
  ...change(phq9),
});
const pointers = (instrument: Instrument) => checkSuccessor(phq9, instrument).map(({ pointer }) => pointer);

it('other words, another band and further items are a new version', () => {
  const reworded = next(({ items, title }) => ({
    title: `${title}, easier words`,
    items: items.map((item) => ({ ...item, text: `${item.text} (often?)` })),
  }));
  expect(pointers(reworded)).toEqual([]);
});

it('an item about harm stays one', () => {
  const harmless = next(({ items }) => ({ items: items.map(({ risk: _, ...item }) => item) }));
  expect(pointers(harmless)).toEqual(['/items/8/risk']);
  const later = next(({ items }) => ({
    items: items.map((item) => (item.risk ? { ...item, risk: { atLeast: 2 } } : item)),
  }));
  expect(pointers(later)).toEqual(['/items/8/risk']);
});

it('a scale counts the same items over the same range, and goes on', () => {
  const shorter = next(({ scales }) => ({
    scales: scales.map((scale) => ({ ...scale, items: scale.items.slice(1) })),
  }));
  expect(pointers(shorter)).toEqual(['/scales/0/items']);
  const wider = next(({ scales }) => ({ scales: scales.map((scale) => ({ ...scale, max: scale.max + 1 })) }));
  expect(pointers(wider)).toEqual(['/scales/0']);
  expect(pointers(next(() => ({ scales: [] })))).toEqual(['/scales']);
});
