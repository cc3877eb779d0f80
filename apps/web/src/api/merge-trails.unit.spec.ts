import { expect, it } from '@jest/globals';
import { mergeTrails, type Trails } from './merge-trails.ts';

interface Entry {
  readonly at: string;
}
type Name = 'one' | 'other';
const minutes = (...of: number[]) =>
  of.map((minute) => ({ at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString() }));
const minuteOf = ({ at }: Entry) => new Date(at).getUTCMinutes();

/** Trails of these entries, two a page. */
const served = (all: Readonly<Record<Name, readonly Entry[]>>) => (name: Name, cursor: string | null) => {
  const from = Number(cursor ?? 0);
  const next = from + 2 < all[name].length ? String(from + 2) : null;
  return Promise.resolve({ items: all[name].slice(from, from + 2), next });
};
const start: Trails<Name, Entry> = { one: { held: [], next: '' }, other: { held: [], next: '' } };

it('several trails are one, the newest first, page by page and with nothing left out', async () => {
  const all = { one: minutes(30, 29, 28, 27, 3), other: minutes(31, 20, 19) };
  const pages: number[][] = [];
  let rest: typeof start | null = start;
  while (rest !== null) {
    const page: Awaited<ReturnType<typeof mergeTrails<Name, Entry>>> = await mergeTrails(
      rest,
      served(all),
      3,
    );
    pages.push(page.entries.map(minuteOf));
    rest = page.rest;
  }
  expect(pages).toEqual([
    [31, 30, 29],
    [28, 27, 20],
    [19, 3],
  ]);
});

it('a trail that is away is named and the other is shown; where all are, that is said', async () => {
  const all = served({ one: minutes(5), other: minutes(6) });
  const broken = (name: Name, cursor: string | null) =>
    name === 'one' ? Promise.reject(new Error('away')) : all(name, cursor);
  const { entries, away, rest } = await mergeTrails(start, broken, 10);
  expect([entries.map(minuteOf), away, rest]).toEqual([[6], ['one'], null]);
  const none = () => Promise.reject(new Error('nobody is there'));
  await expect(mergeTrails(start, none, 10)).rejects.toThrow('nobody is there');
});
