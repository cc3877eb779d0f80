import type { Period } from '../api/trends.ts';
import type { Column } from './trend-groups.ts';

interface Point {
  readonly at: number;
  readonly value: number;
  /** Of a period that still runs. */
  readonly running: boolean;
}

/** What is known of each period, in the order of time. */
export const pointsOf = ({ value }: Pick<Column, 'value'>, periods: readonly Period[]): Point[] =>
  periods.flatMap((period, at) => {
    const known = value(period);
    return known === null ? [] : [{ at, value: known, running: !period.over }];
  });

/** What is over, period by period without a gap: what still grows is not joined to it as if it had fallen. */
export function linesOf(points: readonly Point[]): Point[][] {
  const lines: Point[][] = [];
  for (const point of points.filter(({ running }) => !running)) {
    const line = lines.at(-1);
    if (line?.at(-1)?.at === point.at - 1) line.push(point);
    else lines.push([point]);
  }
  return lines;
}
