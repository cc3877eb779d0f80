import type { Rule } from './rule.ts';

const alliance = {
  concern: 'alliance',
  instrument: 'https://attune.example/instruments/attune-alliance-check-in',
  scale: 'total',
} as const;

/** The rules in force. The check-in is not validated: its limits are conventions, chosen to be plain. */
export const ruleSet: readonly Rule[] = [
  {
    ...alliance,
    code: 'alliance-below-cut-off',
    title: 'Alliance total below 36',
    severity: 'high',
    detector: { kind: 'absolute-cut-off', below: 36 },
  },
  {
    ...alliance,
    code: 'alliance-fall-since-last',
    title: 'Alliance total 8 or more lower than last time',
    severity: 'medium',
    detector: { kind: 'fall-since-last', by: 8 },
  },
];
