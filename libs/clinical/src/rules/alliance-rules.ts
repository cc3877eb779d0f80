import type { Rule } from './rule.ts';

const about = { concern: 'alliance', scale: 'total', direction: 'higher-is-better' } as const;

/**
 * The rules of the check-in carried over to its short form, 4 to 20 instead of 12 to 60: a third of the cut-off, of the
 * mean and of the spread between clients. Four items measure less exactly than twelve, so the spread within a client is
 * more than a third: a third of the scatter between sessions, with the measurement error of four such items, by
 * Spearman and Brown. Carried over and not simulated: what they cost is not known.
 */
const shortForm: readonly Rule[] = [
  {
    ...about,
    code: 'short-alliance-below-cut-off',
    title: 'Alliance total of the short form below 10 (carried over from the long form)',
    severity: 'high',
    instrument: 'https://attune.example/instruments/attune-alliance-check-in-short',
    detector: { kind: 'absolute-cut-off', cutoff: 10 },
  },
  {
    ...about,
    code: 'short-alliance-below-expected',
    title:
      "Alliance total of the short form well below what the client's own course leads to expect (carried over from the long form)",
    severity: 'medium',
    instrument: 'https://attune.example/instruments/attune-alliance-check-in-short',
    detector: {
      ...{ kind: 'expected-score', mean: 17.1, between: 2, within: 1.6 },
      ...{ drift: 0, sds: 1.8, clip: 2 },
    },
  },
];

/**
 * The rule of practice of Duncan, Miller, Sparks et al. (2003), J Brief Ther 3:3-12: a session rated below 36 of 40, or
 * a point lower than the last, is talked about in the next. It asks for a conversation and not for more, so its alerts
 * are low.
 */
const sessionRatingScale: readonly Rule[] = [
  {
    ...about,
    code: 'srs-below-36',
    title: 'SRS below 36: to be talked about with the client',
    severity: 'low',
    instrument: 'https://attune.example/instruments/srs',
    detector: { kind: 'absolute-cut-off', cutoff: 36 },
  },
  {
    ...about,
    code: 'srs-fall-since-last',
    title: 'SRS a point or more lower than last time: to be talked about with the client',
    severity: 'low',
    instrument: 'https://attune.example/instruments/srs',
    detector: { kind: 'fall-since-last', by: 1 },
  },
];

/** What watches the alliance where it is not measured by the check-in of twelve items. */
export const allianceRules: readonly Rule[] = [...shortForm, ...sessionRatingScale];
