import { operatingPoints } from './operating-points.ts';
import type { RuleSet } from './rule.ts';

/**
 * What is in force until a provider decides otherwise: chosen by simulation, see docs/guides/rupture-rules.md. Other
 * rules get a new version here, because one that was published never changes.
 */
export const defaultRuleSet: RuleSet = {
  name: 'attune-default',
  version: 2,
  title: 'Low or falling alliance',
  rules: operatingPoints.find(({ shipped }) => shipped)?.rules ?? [],
};
