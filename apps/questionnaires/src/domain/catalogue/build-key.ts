import type { Scale } from '../instrument.ts';
import type { KeyItem } from './instrument-key.ts';

/** Items numbered from 1, all with the same answers. */
export function numbered(
  prefix: string,
  count: number,
  choice: { readonly from: number; readonly to: number },
  {
    reversed = [],
    risk = [],
  }: { readonly reversed?: readonly number[]; readonly risk?: readonly number[] } = {},
): KeyItem[] {
  return Array.from({ length: count }, (_, index) => ({
    linkId: `${prefix}-${index + 1}`,
    reversed: reversed.includes(index + 1),
    choice,
    ...(risk.includes(index + 1) && { risk: { atLeast: choice.from + 1 } }),
  }));
}

/** Lines from 0 to 10 that are marked to a tenth. */
export const lines = (prefix: string, count: number): KeyItem[] =>
  Array.from({ length: count }, (_, index) => ({
    linkId: `${prefix}-${index + 1}`,
    reversed: false,
    line: { min: 0, max: 10, step: 0.1 },
  }));

/** A scale over items by their numbers; its range follows from them. */
export function scaleOver(
  items: readonly KeyItem[],
  numbers: readonly number[] | 'all',
  scale: Pick<Scale, 'code' | 'title' | 'method' | 'higherIsBetter'> &
    Partial<Pick<Scale, 'multiplier' | 'missing' | 'bands' | 'cutOff' | 'reliableChange' | 'reliability'>>,
): Scale {
  const counted = items.filter((_, index) => numbers === 'all' || numbers.includes(index + 1));
  const factor = (scale.multiplier ?? 1) / (scale.method === 'mean' ? counted.length : 1);
  const total = (bound: 'min' | 'max') =>
    counted.reduce((sum, { choice, line }) => sum + boundOf(bound, choice, line), 0) * factor;
  return {
    missing: { rule: 'none' },
    bands: [],
    ...scale,
    items: counted.map(({ linkId }) => linkId),
    min: total('min'),
    max: total('max'),
  };
}

function boundOf(bound: 'min' | 'max', choice: KeyItem['choice'], line: KeyItem['line']): number {
  if (choice) return bound === 'min' ? choice.from : choice.to;
  return line?.[bound] ?? 0;
}

/** Bands that follow each other: the name of each with the lowest score in it. */
export const bandsUpTo = (max: number, ...starts: readonly (readonly [code: string, from: number])[]) =>
  starts.map(([code, from], index) => ({ code, from, to: (starts[index + 1]?.[1] ?? max + 1) - 1 }));
