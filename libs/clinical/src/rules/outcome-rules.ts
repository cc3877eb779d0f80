import type { Rule } from './rule.ts';

const about = {
  concern: 'outcome',
  severity: 'medium',
  scale: 'total',
  direction: 'lower-is-better',
} as const;

/**
 * Deterioration on an outcome measure: reliably worse than at the start by Jacobson & Truax (1991). The standard
 * deviations are those of patients in the validation studies, the reliabilities their internal consistencies; both
 * come to the change that NHS Talking Therapies counts as reliable, 6 points on PHQ-9 and 4 on GAD-7.
 */
export const outcomeRules: readonly Rule[] = [
  {
    ...about,
    code: 'phq-9-reliably-worse',
    title: 'PHQ-9 reliably worse than at the start',
    instrument: 'https://attune.example/instruments/phq-9',
    // Kroenke, Spitzer & Williams (2001), J Gen Intern Med 16:606-613.
    detector: { kind: 'reliable-change', sd: 6.1, reliability: 0.89 },
  },
  {
    ...about,
    code: 'gad-7-reliably-worse',
    title: 'GAD-7 reliably worse than at the start',
    instrument: 'https://attune.example/instruments/gad-7',
    // Spitzer, Kroenke, Williams & Löwe (2006), Arch Intern Med 166:1092-1097.
    detector: { kind: 'reliable-change', sd: 4.7, reliability: 0.92 },
  },
];
