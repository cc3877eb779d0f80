import type { Period } from '../api/trends.ts';
import type { Column } from './trend-groups.ts';

interface Line {
  /** It leads to a period that still runs. */
  readonly running: boolean;
  readonly data: { readonly at: number; readonly value: number | null }[];
}

/** What is over as one line, and from its end to the period that still runs another: its numbers still grow. */
export function linesOf({ value }: Pick<Column, 'value'>, periods: readonly Period[]): Line[] {
  const data = periods.map((period, at) => ({ at, value: value(period) }));
  if (periods.at(-1)?.over !== false) return [{ running: false, data }];
  return [
    { running: false, data: data.slice(0, -1) },
    { running: true, data: data.slice(-2) },
  ];
}
