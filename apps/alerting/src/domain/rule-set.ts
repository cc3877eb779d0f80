import type { Rule } from '@attune/clinical';

const alliance = {
  concern: 'alliance',
  instrument: 'https://attune.example/instruments/attune-alliance-check-in',
  scale: 'total',
  direction: 'higher-is-better',
} as const;

/** The rules in force. The check-in is not validated: its limits are conventions, chosen to be plain. */
export const ruleSet: readonly Rule[] = [
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
