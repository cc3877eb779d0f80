import type { InstrumentItem } from '../../api/instruments.ts';
import { reachOf } from './key-answers.ts';
import { numberIn, type Part } from './key-document.ts';

interface Reach {
  readonly min: number;
  readonly max: number;
}

/** What the answers to its questions come to by adding up; undefined where the key does not say that soundly. */
export function scaleReach(scale: Part, items: readonly InstrumentItem[]): Reach | undefined {
  const listed: readonly unknown[] = Array.isArray(scale['items']) ? (scale['items'] as unknown[]) : [];
  const reaches = listed.flatMap((id) => {
    const item = items.find(({ linkId }) => linkId === id);
    return (item && reachOf(item)) ?? [];
  });
  if (reaches.length < 2 || reaches.length < listed.length) return undefined;
  const factor = (numberIn(scale, 'multiplier') ?? 1) / (scale['method'] === 'mean' ? reaches.length : 1);
  const sum = (end: keyof Reach) => tidied(reaches.reduce((total, reach) => total + reach[end], 0) * factor);
  return { min: sum('min'), max: sum('max') };
}

/** As it may be typed: a third has no end. */
const tidied = (value: number) => Math.round(value * 1000) / 1000;
