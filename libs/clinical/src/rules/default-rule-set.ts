import { allianceRules } from './alliance-rules.ts';
import { operatingPoints } from './operating-points.ts';
import { outcomeRules } from './outcome-rules.ts';
import type { RuleSet } from './rule.ts';

const checkIn = operatingPoints.find(({ shipped }) => shipped)?.rules ?? [];

/**
 * What is in force until a provider decides otherwise: for the check-in chosen by simulation, see
 * docs/guides/rupture-rules.md; for other instruments what was published about them. Other rules get a new version
 * here, because one that was published never changes.
 */
export const defaultRuleSet: RuleSet = {
  name: 'attune-default',
  version: 5,
  title: 'Low or falling alliance, and deterioration on an outcome measure',
  rules: [...checkIn, ...allianceRules, ...outcomeRules],
};
