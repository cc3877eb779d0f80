import type { ItemUsage } from '../../api/instruments.ts';

/** After this item most forms were left; null where none were, or too few are known. */
export function dropOff(usage: readonly ItemUsage[]): ItemUsage | null {
  const left = usage.filter((item) => item.left !== null && item.left > 0);
  return left.toSorted((one, other) => (other.left ?? 0) - (one.left ?? 0))[0] ?? null;
}
