/** The steps of the histogram of seconds for an item; 0 stands for longer than the last. */
export const secondSteps = [2, 5, 10, 20, 30, 60, 120, 300] as const;
const longer = 0;

export const stepOf = (seconds: number): number => secondSteps.find((step) => seconds <= step) ?? longer;

export interface StepCount {
  /** A step of the histogram. */
  readonly within: number;
  readonly count: number;
}

/**
 * The number of seconds within which this share of the answers was given, by the steps of the histogram; null where it
 * took longer than the last step.
 * @param share from 0 to 1
 */
export function withinSeconds(counts: readonly StepCount[], share: number): number | null {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  let seen = 0;
  for (const step of secondSteps) {
    seen += counts.find(({ within }) => within === step)?.count ?? 0;
    if (seen >= all * share) return step;
  }
  return null;
}

/** Below this, numbers could be told to belong to somebody: they are not shown. */
export const fewest = 5;
