import { operatingPoints } from './operating-points.ts';
import { outcomeRules } from './outcome-rules.ts';
import type { RuleSet } from './rule.ts';

const alliance = operatingPoints.find(({ shipped }) => shipped)?.rules ?? [];

/**
 * What is in force until a provider decides otherwise: for the alliance chosen by simulation, see
 * docs/guides/rupture-rules.md, and deterioration on outcome measures. Other rules get a new version here, because one
 * that was published never changes.
 */
export const defaultRuleSet: RuleSet = {
  name: 'attune-default',
  version: 3,
  title: 'Low or falling alliance, and deterioration on an outcome measure',
  rules: [...alliance, ...outcomeRules],
};
