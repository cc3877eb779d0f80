import type { RuleSet } from './rule.ts';

const alliance = {
  concern: 'alliance',
  instrument: 'https://attune.example/instruments/attune-alliance-check-in',
  scale: 'total',
  direction: 'higher-is-better',
} as const;

/** What is in force until a provider decides otherwise. The check-in is not validated: its limits are conventions. */
export const defaultRuleSet: RuleSet = {
  name: 'attune-default',
  version: 1,
  title: 'Low or falling alliance',
  rules: [
    {
      ...alliance,
      code: 'alliance-below-cut-off',
      title: 'Alliance total below 36',
      severity: 'high',
      detector: { kind: 'absolute-cut-off', cutoff: 36 },
    },
    {
      ...alliance,
      code: 'alliance-fall-since-last',
      title: 'Alliance total 8 or more lower than last time',
      severity: 'medium',
      detector: { kind: 'fall-since-last', by: 8 },
    },
  ],
};
