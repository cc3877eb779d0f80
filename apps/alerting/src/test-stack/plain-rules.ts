import type { Rule, RuleSet } from '@attune/clinical';

const alliance = {
  concern: 'alliance',
  instrument: 'https://attune.example/instruments/attune-alliance-check-in',
  scale: 'total',
  direction: 'higher-is-better',
} as const;

const rules: readonly Rule[] = [
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
];

/** Two rules whose answers a reader of a test can tell by heart. */
export const plainRules: RuleSet = { name: 'plain', version: 1, title: 'Plain rules', rules };
