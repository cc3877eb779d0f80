import type { OperatingPoint, Rule } from '@attune/clinical';
import { queryOptions } from '@tanstack/react-query';
import type { Severity } from './alerts.ts';
import { type FieldProblem, http, post } from './http.ts';

export interface RuleSet {
  readonly name: string;
  readonly version: number;
  readonly title: string;
  readonly active: boolean;
  readonly publishedAt: string;
  readonly activatedAt: string | null;
  readonly rules: readonly Rule[];
}
export type RuleSetDraft = Pick<RuleSet, 'name' | 'title' | 'rules'>;

/** What rules would have raised on the clinic's own history. */
export interface Trial {
  readonly days: number;
  readonly scores: number;
  /** Those that a rule speaks about: an alert joins several of them. */
  readonly signallingScores: number;
  readonly alerts: number;
  readonly clientsWithAlert: number;
  readonly alertsPer100Scores: number;
  /** Null for those who may not see clients. */
  readonly items: readonly WouldBe[] | null;
  /** Rules that watch nothing, or not what they seem to. */
  readonly warnings: readonly FieldProblem[];
}
export interface WouldBe {
  readonly clientId: string;
  readonly answeredAt: string;
  readonly severity: Severity;
  readonly rules: readonly string[];
  readonly reason: string;
}

/** What those who closed alerts said of them. */
export interface Usefulness {
  /** Closed by a person, whatever they said. */
  readonly resolved: number;
  readonly useful: number;
  readonly notUseful: number;
  readonly unanswered: number;
}
export interface UsefulnessReport {
  readonly from: string;
  readonly to: string;
  readonly byRule: readonly (Usefulness & { readonly rule: string; readonly ruleSet: string | null })[];
  /** By how many alerts the same person had been sent within seven days. */
  readonly byWorkload: readonly (Usefulness & { readonly alerts: string })[];
}

const ruleSets = '/api/alerting/rule-sets';
const pathOf = ({ name, version }: Pick<RuleSet, 'name' | 'version'>) =>
  `${ruleSets}/${encodeURIComponent(name)}/${version}`;

export const keyOf = ({ name, version }: Pick<RuleSet, 'name' | 'version'>) => `${name}@${version}`;

export const ruleSetsQuery = queryOptions({
  queryKey: ['rule-sets', 'list'],
  queryFn: async () => (await http<{ readonly items: readonly RuleSet[] }>(ruleSets)).items,
});
/** Points on the curve of the set that ships, each with its price. */
export const operatingPointsQuery = queryOptions({
  queryKey: ['rule-sets', 'points'],
  staleTime: Infinity,
  queryFn: async () =>
    (await http<{ readonly items: readonly OperatingPoint[] }>(`${ruleSets}/operating-points`)).items,
});

/** Of the last 90 days. */
export const usefulnessQuery = queryOptions({
  queryKey: ['usefulness'],
  queryFn: () => http<UsefulnessReport>('/api/alerting/usefulness'),
});

export const tryRuleSet = ({ ruleSet, days }: { readonly ruleSet: RuleSet; readonly days: number }) =>
  post<Trial>(`${pathOf(ruleSet)}/dry-run`, { days });
export const tryRules = (trial: { readonly rules: readonly Rule[]; readonly days: number }) =>
  post<Trial>(`${ruleSets}/dry-run`, trial);
export const publishRuleSet = (draft: RuleSetDraft, key: string) =>
  post<RuleSet>(ruleSets, draft, { 'idempotency-key': key });
export const activateRuleSet = (ruleSet: RuleSet) => post<RuleSet>(`${pathOf(ruleSet)}/activate`);
