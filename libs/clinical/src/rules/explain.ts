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
  return phrases[detector](inWords(evidence), direction === 'higher-is-better' ? falling : rising);
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

const phrases: Readonly<Record<DetectorKind, (said: Said, words: Words) => string>> = {
  'absolute-cut-off': ({ value, threshold }, { cutOff }) => `was rated ${value}, ${cutOff} ${threshold}`,
  'fall-since-last': ({ value, threshold, previous, statistic }, { fell, fall }) =>
    `${fell} by ${statistic} points, from ${previous} to ${value} (${fall} of ${threshold} or more counts)`,
  'own-baseline': ({ value, threshold, reference }, { beyond }) =>
    `was rated ${value}, out of this client's usual range (own mean ${reference}; ${beyond} ${threshold} counts)`,
  'expected-score': ({ value, threshold, reference }, { beyond }) =>
    `was rated ${value} where about ${reference} was to be expected (${beyond} ${threshold} counts)`,
  individuals: ({ value, threshold, reference }, { lower, beyond }) =>
    `was rated ${value}, ${lower} than chance explains beside this client's first check-ins (mean ${reference}; ${beyond} ${threshold}, or a run on that side, counts)`,
  ewma: ({ threshold, statistic, reference }, { lower, beyond }) =>
    `has become ${lower} over several check-ins: their weighted average is ${statistic} where ${reference} was to be expected (${beyond} ${threshold} counts)`,
  cusum: ({ threshold, statistic, reference }, { lower, shortfalls }) =>
    `has been ${lower} than to be expected for some time: ${shortfalls} ${reference} adds up to ${statistic} (more than ${threshold} counts)`,
  'reliable-change': ({ threshold, statistic, reference }, { lower }) =>
    `is ${statistic} points ${lower} than at the start (${reference}), more than measurement error explains (${threshold})`,
};

type Said = Readonly<Record<keyof Evidence, string>>;

/** With one decimal at most, or two where two different numbers would read the same with one, or one would read as 0. */
function inWords(evidence: Evidence): Said {
  const numbers = Object.values(evidence).filter((number) => number !== null);
  const tells = new Set(numbers.map((number) => rounded(number, 2)));
  const told = new Set(numbers.map((number) => rounded(number, 1)));
  const hidesSome = told.size < tells.size || (told.has(0) && !tells.has(0));
  const say = (number: number | null) => (number === null ? '?' : String(rounded(number, hidesSome ? 2 : 1)));
  const { value, threshold, previous, reference, statistic } = evidence;
  return {
    ...{ value: say(value), threshold: say(threshold), previous: say(previous) },
    ...{ reference: say(reference), statistic: say(statistic) },
  };
}

// Adding 0 turns -0 into 0.
const rounded = (number: number, decimals: 1 | 2) => Math.round(number * 10 ** decimals) / 10 ** decimals + 0;
