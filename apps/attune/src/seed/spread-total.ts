import type { Chance } from './random.ts';

/**
 * Answers to `items` questions, each from low to high, that add up to the total.
 * @throws RangeError when no such answers exist
 */
export function spreadTotal(
  total: number,
  items: number,
  low: number,
  high: number,
  random: Chance,
): number[] {
  if (total < items * low || total > items * high) {
    throw new RangeError(`${items} answers from ${low} to ${high} cannot add up to ${total}`);
  }
  const answers = Array.from({ length: items }, () => {
    const value = Math.round(total / items + random.noise(0.5));
    return Math.max(low, Math.min(high, value));
  });
  let missing = total - answers.reduce((sum, each) => sum + each, 0);
  while (missing !== 0) {
    const index = random.between(0, items - 1);
    const value = (answers[index] as number) + Math.sign(missing);
    if (value < low || value > high) continue;
    answers[index] = value;
    missing -= Math.sign(missing);
  }
  return answers;
}
