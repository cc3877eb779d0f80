import type { Course } from './courses.ts';

/** What the totals of some courses look like, to be held against real ones. */
export interface Looks {
  readonly median: number;
  readonly atTop: number;
  readonly nearTop: number;
  readonly weak: number;
  /** Correlation of two consecutive totals of one client. */
  readonly retest: number;
}

export function looksOf(courses: readonly Course[]): Looks {
  const totals = courses.flatMap(({ scores }) => scores).toSorted((one, other) => one - other);
  const share = (of: (total: number) => boolean) => totals.filter(of).length / totals.length;
  const pairs = courses.flatMap(({ scores }) =>
    scores.slice(1).map((next, index) => [scores[index] ?? next, next] as const),
  );
  return {
    median: totals[Math.floor(totals.length / 2)] ?? 0,
    atTop: share((total) => total === 60),
    nearTop: share((total) => total >= 48),
    weak: share((total) => total < 36),
    retest: correlation(pairs),
  };
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [first, second] = [mean(0), mean(1)];
  const sum = (of: (one: number, other: number) => number) =>
    pairs.reduce((total, [one, other]) => total + of(one - first, other - second), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}
