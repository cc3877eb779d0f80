import { trendLength } from './alliance-scale.ts';
import { assessRisk } from './assess-risk.ts';
import type { AlliancePoint, CaseloadEntry } from './caseload-entry.ts';

/** The row after a change in the client's alliance totals, given the latest of them in any order. */
export function applyScores(entry: CaseloadEntry, points: readonly AlliancePoint[]): CaseloadEntry {
  const series = points
    .toSorted((one, other) => one.answeredAt.getTime() - other.answeredAt.getTime())
    .slice(-trendLength);
  const [previous, last] = series.length > 1 ? series.slice(-2) : [undefined, series[0]];
  const change = last && previous ? tidy(last.value - previous.value) : null;
  const known = {
    alerts: entry.alerts,
    lastScore: last ? { ...last, change } : null,
    trend: series.map(({ value }) => value),
  };
  return { ...known, ...assessRisk(known) };
}

const tidy = (value: number) => Math.round(value * 100) / 100;
