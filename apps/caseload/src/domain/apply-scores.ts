import { trendLength } from './alliance-scale.ts';
import type { AlliancePoint, CaseloadEntry } from './caseload-entry.ts';

/** The row after a change in the client's alliance totals, given the latest of them in any order. */
export function applyScores(entry: CaseloadEntry, points: readonly AlliancePoint[]): CaseloadEntry {
  const series = points
    .toSorted((one, other) => one.answeredAt.getTime() - other.answeredAt.getTime())
    .slice(-trendLength);
  const [previous, last] = series.length > 1 ? series.slice(-2) : [undefined, series[0]];
  const change = last && previous ? tidy(last.value - previous.value) : null;
  const lastScore = last ? { ...last, change } : null;
  return { ...entry, lastScore, trend: series.map(({ value }) => value) };
}

const tidy = (value: number) => Math.round(value * 100) / 100;
