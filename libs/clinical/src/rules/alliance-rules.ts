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
 * The rule of practice (below 36 of 40, or a point lower than last time: Duncan, Miller, Sparks et al., 2003, J Brief Ther
 * 3:3-12) does not ship: in the simulation two of three sessions without a rupture break it. It asks for a conversation,
 * which needs no alert. Instead what needs no norms: far below the client's own mean. The floor is the check-in's
 * standard error, and the cut-off its cut-off, each as the same share of a scale from 0 to 40; on simulated courses of
 * the check-in the two find 74 % of the episodes at 3.6 false alerts in 100 sessions.
 */
const sessionRatingScale: readonly Rule[] = [
  {
    ...about,
    code: 'srs-very-low',
    title: 'SRS below 15 (carried over from the check-in)',
    severity: 'high',
    instrument: 'https://attune.example/instruments/srs',
    detector: { kind: 'absolute-cut-off', cutoff: 15 },
  },
  {
    ...about,
    code: 'srs-below-own-baseline',
    title: "SRS more than 2 SD below the client's own earlier mean",
    severity: 'medium',
    instrument: 'https://attune.example/instruments/srs',
    detector: { kind: 'own-baseline', sds: 2, minimum: 4, floor: 1.8 },
  },
];

/** What watches the alliance where it is not measured by the check-in of twelve items. */
export const allianceRules: readonly Rule[] = [...shortForm, ...sessionRatingScale];
