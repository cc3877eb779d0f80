import { isAbove } from './compare.ts';
import type { Side } from './outcome.ts';

/** 1: beyond the outer limit. 2: two of three beyond 2σ. 3: four of five beyond 1σ. 4: eight in a row on one side. */
export type WesternElectricRule = 1 | 2 | 3 | 4;

export const westernElectricRules = [1, 2, 3, 4] as const satisfies readonly WesternElectricRule[];

export interface Chart {
  readonly centre: number;
  /** Standard deviation of the process, in the unit of the scores. */
  readonly sigma: number;
  /** How many σ away the outer limits lie. */
  readonly sigmas: number;
}

/** How many of the last `of` scores must lie on one side of the centre by more than `beyond` σ. */
const patterns: Readonly<Record<WesternElectricRule, { count: number; of: number; beyond: number | null }>> =
  {
    1: { count: 1, of: 1, beyond: null },
    2: { count: 2, of: 3, beyond: 2 },
    3: { count: 4, of: 5, beyond: 1 },
    4: { count: 8, of: 8, beyond: 0 },
  };

/** How many scores back the longest rule looks, the newest included. */
export const westernElectricWindow = 8;

export interface PatternFound {
  readonly rule: WesternElectricRule;
  readonly side: Side;
}

/**
 * The rules that the newest score completes, itself on the side of the pattern. Western Electric Company (1956),
 * Statistical quality control handbook, p. 25–27.
 * @param recent the last scores, the newest last; more than {@link westernElectricWindow} are not looked at
 */
export function westernElectric(
  recent: readonly number[],
  { centre, sigma, sigmas }: Chart,
  rules: readonly WesternElectricRule[] = westernElectricRules,
): PatternFound[] {
  const newest = recent.at(-1);
  if (newest === undefined) return [];
  const sign = newest > centre ? 1 : -1;
  return rules.flatMap((rule): PatternFound[] => {
    const { count, of, beyond } = patterns[rule];
    const reach = sigma * (beyond ?? sigmas);
    const isBeyond = (score: number) => isAbove(sign * (score - centre), reach);
    if (!isBeyond(newest) || recent.slice(-of).filter(isBeyond).length < count) return [];
    return [{ rule, side: sign > 0 ? 'above' : 'below' }];
  });
}
