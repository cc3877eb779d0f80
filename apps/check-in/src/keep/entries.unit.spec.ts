import { describe, expect, it } from '@jest/globals';
import { answersIn, merge, unsaved, write, type Entries } from './entries.ts';

const items = [
  { linkId: 'a', text: 'a', options: [] },
  { linkId: 'b', text: 'b', options: [], several: true },
];

describe('an answer on this device', () => {
  it('is later than what it replaces, even where another clock is ahead', () => {
    const ahead = merge({}, [{ linkId: 'a', value: 1, writtenAt: 9_000 }], items);
    expect(write(ahead, 'a', 2, 1_000).a).toEqual({ given: 2, writtenAt: 9_001, saved: false });
  });

  it('that is emptied is an answer too: it takes back what the server has', () => {
    const entries = write({ a: { given: 1, writtenAt: 5, saved: true } }, 'a', '', 6);
    expect([answersIn(entries), unsaved(entries)]).toEqual([
      {},
      [{ linkId: 'a', value: null, writtenAt: 6 }],
    ]);
  });
});

describe('answers of two devices', () => {
  const here: Entries = {
    a: { given: 1, writtenAt: 10, saved: false },
    b: { given: [1], writtenAt: 10, saved: true },
  };

  it('meet by item, and the later one stands', () => {
    const merged = merge(
      here,
      [
        { linkId: 'a', value: 3, writtenAt: 9 },
        { linkId: 'b', value: null, values: [2], text: 'own', writtenAt: 11 },
      ],
      items,
    );
    expect(answersIn(merged)).toEqual({ a: 1, b: [2, 'own'] });
    expect(unsaved(merged)).toEqual([{ linkId: 'a', value: 1, writtenAt: 10 }]);
  });

  it('are saved once the server has the same', () => {
    expect(unsaved(merge(here, [{ linkId: 'a', value: 1, writtenAt: 10 }], items))).toEqual([]);
  });

  it('leave out what the instrument does not ask', () => {
    expect(merge({}, [{ linkId: 'z', value: 1, writtenAt: 1 }], items)).toEqual({});
  });
});
