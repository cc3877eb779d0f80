import type { Evidence } from '../detection/detection.ts';
import type { DetectorKind } from '../detection/detector-spec.ts';
import type { Direction } from '../statistics/outcome.ts';

/** A signal as far as it takes to put it into words. */
export interface Explainable {
  readonly detector: DetectorKind;
  readonly direction: Direction;
  readonly evidence: Evidence;
}

/** What was seen and by which numbers, as the predicate of a sentence: "was rated 31, below the cut-off of 36". */
export function explain({ detector, direction, evidence }: Explainable): string {
  return phrases[detector](evidence, direction === 'higher-is-better' ? falling : rising);
}

/** Clauses one after the other; what several of them say about the rating is said once. */
export function inOneBreath([first = '', ...others]: readonly string[]): string {
  const rated = /^was rated [\d.-]+/.exec(first)?.[0];
  const rest = others.map((clause) =>
    rated && clause.startsWith(`${rated} `) ? `, ${clause.slice(rated.length + 1)}` : `, and ${clause}`,
  );
  return `${first}${rest.join('')}`;
}

interface Words {
  readonly beyond: string;
  readonly cutOff: string;
  readonly fell: string;
  readonly fall: string;
  readonly lower: string;
  readonly shortfalls: string;
}
const falling: Words = {
  ...{ beyond: 'below', cutOff: 'below the cut-off of', fell: 'fell', fall: 'a fall', lower: 'lower' },
  shortfalls: 'what it lay below',
};
const rising: Words = {
  ...{ beyond: 'above', cutOff: 'at or above the cut-off of', fell: 'rose', fall: 'a rise', lower: 'higher' },
  shortfalls: 'what it lay above',
};

const phrases: Readonly<Record<DetectorKind, (evidence: Evidence, words: Words) => string>> = {
  'absolute-cut-off': ({ value, threshold }, { cutOff }) =>
    `was rated ${said(value)}, ${cutOff} ${said(threshold)}`,
  'fall-since-last': ({ value, threshold, previous, statistic }, { fell, fall }) =>
    `${fell} by ${said(statistic)} points, from ${said(previous)} to ${said(value)} (${fall} of ${said(threshold)} or more counts)`,
  'own-baseline': ({ value, threshold, reference }, { beyond }) =>
    `was rated ${said(value)}, out of this client's usual range (own mean ${said(reference)}; ${beyond} ${said(threshold)} counts)`,
  'expected-score': ({ value, threshold, reference }, { beyond }) =>
    `was rated ${said(value)} where about ${said(reference)} was to be expected of this client (${beyond} ${said(threshold)} counts)`,
  individuals: ({ value, threshold, reference }, { lower, beyond }) =>
    `was rated ${said(value)}, ${lower} than chance explains beside this client's first check-ins (mean ${said(reference)}; ${beyond} ${said(threshold)}, or a run on that side, counts)`,
  ewma: ({ threshold, statistic, reference }, { lower, beyond }) =>
    `has become ${lower} over several check-ins: their weighted average is ${said(statistic)} where ${said(reference)} was to be expected (${beyond} ${said(threshold)} counts)`,
  cusum: ({ threshold, statistic, reference }, { lower, shortfalls }) =>
    `has been ${lower} than to be expected for some time: ${shortfalls} ${said(reference)} adds up to ${said(statistic)} (more than ${said(threshold)} counts)`,
  'reliable-change': ({ threshold, statistic, reference }, { lower }) =>
    `is ${said(statistic)} points ${lower} than at the start (${said(reference)}), more than measurement error explains (${said(threshold)})`,
};

/** At most one decimal. */
const said = (value: number | null) => (value === null ? '?' : String(Math.round(value * 10) / 10));
