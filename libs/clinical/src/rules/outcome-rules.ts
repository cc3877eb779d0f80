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
  // Of the next three, standard deviation and internal consistency stand in instrument/published-figures.ts with their
  // sources; they lead to just less than the reliable change that was published, so that a change of as much counts.
  {
    ...about,
    code: 'core-10-reliably-worse',
    title: 'CORE-10 reliably worse than at the start',
    instrument: 'https://attune.example/instruments/core-10',
    // 6 points, 90 % confidence: Barkham, Bewick, Mullin et al. (2013), Couns Psychother Res 13:3-13.
    detector: { kind: 'reliable-change', sd: 7.7, reliability: 0.9, confidence: 0.9 },
  },
  {
    ...about,
    code: 'ors-reliably-worse',
    title: 'ORS reliably worse than at the start',
    instrument: 'https://attune.example/instruments/ors',
    direction: 'higher-is-better',
    // 5 points: Miller & Duncan (2004), manual; internal consistency: Miller et al. (2003), J Brief Ther 2:91-100.
    detector: { kind: 'reliable-change', sd: 6.8, reliability: 0.93 },
  },
  {
    ...about,
    code: 'oq-45-reliably-worse',
    title: 'OQ-45 reliably worse than at the start',
    instrument: 'https://attune.example/instruments/oq-45',
    // 14 points: Lambert et al. (2004), administration and scoring manual for the OQ-45.2.
    detector: { kind: 'reliable-change', sd: 18.57, reliability: 0.93 },
  },
];
