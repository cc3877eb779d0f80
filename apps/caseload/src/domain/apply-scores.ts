import { isSameScale, trendLength } from './alliance-scale.ts';
import type { AlliancePoint, CaseloadEntry } from './caseload-entry.ts';

export interface AllianceScores {
  /** Stands for the scales that count as the alliance now, with their bounds: another one, another choice. */
  readonly choice: string;
  /** The latest scores on any of them, the newest first. */
  readonly points: readonly AlliancePoint[];
}

/** The row after a change in the client's alliance scores: the newest, and the course of its scale and no other. */
export function applyScores(entry: CaseloadEntry, { choice, points }: AllianceScores): CaseloadEntry {
  const [last] = points;
  const series = points
    .filter((point) => last && isSameScale(point.scale, last.scale))
    .slice(0, trendLength)
    .toReversed();
  const previous = series.at(-2);
  const change = last && previous ? tidy(last.value - previous.value) : null;
  const lastScore = last ? { ...last, change } : null;
  return { ...entry, lastScore, trend: series.map(({ value }) => value), allianceChoice: choice };
}

const tidy = (value: number) => Math.round(value * 100) / 100;
