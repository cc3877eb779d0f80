import type { Chance } from './random.ts';

/** PHQ-9 totals (0 to 24, item 9 apart), oldest first: improving with noise, less where the alliance suffers. */
export function outcomeTotals(measurements: number, improves: boolean, random: Chance): number[] {
  const start = random.between(12, 19);
  const gain = improves ? random.between(6, 11) : random.between(0, 4);
  return Array.from({ length: measurements }, (_, index) => {
    const progress = measurements > 1 ? index / (measurements - 1) : 0;
    const value = start - gain * (1 - Math.exp(-2.2 * progress)) * 1.12 + random.noise(1);
    return Math.max(0, Math.min(24, Math.round(value)));
  });
}
