import type { Rule, Watch } from '@attune/clinical';
import { comesAfter, type ScorePoint } from './score-series.ts';

/**
 * How far the rules have looked at one series. With it, one more score is judged without reading those before it; it
 * holds as long as scores come in the order of their answers and the same rules are in force.
 */
export interface SeriesMemory {
  /** The instrument's url, of any version. */
  readonly instrument: string;
  readonly scale: string;
  readonly ruleSet: string;
  /** The newest score that was looked at. */
  readonly last: Pick<ScorePoint, 'answeredAt' | 'submittedAt' | 'responseId'>;
  /** By the code of the rule. */
  readonly watches: Readonly<Record<string, Watch>>;
}

/** Rules by the series that they look at: an instrument's url and a scale. */
export const rulesFor = (rules: readonly Rule[], instrument: string, scale: string) =>
  rules.filter((rule) => rule.instrument === instrument && rule.scale === scale);

/** Whether the rules can go on from here with this score. */
export const goesOn = (memory: SeriesMemory, ruleSet: string, point: ScorePoint) =>
  memory.ruleSet === ruleSet && comesAfter(point, memory.last);

export const memoryOf = (
  ruleSet: string,
  { instrument, scale, answeredAt, submittedAt, responseId }: ScorePoint,
  watches: readonly (readonly [Rule, Watch])[],
): SeriesMemory => ({
  instrument: instrument.url,
  scale,
  ruleSet,
  last: { answeredAt, submittedAt, responseId },
  watches: Object.fromEntries(watches.map(([{ code }, watch]) => [code, watch])),
});
