import { isAbove, isAtLeast } from './compare.ts';
import { demand, demandScores } from './invalid-option.error.ts';
import { normalQuantile } from './normal-quantile.ts';
import { insufficient, type Direction, type InsufficientData } from './outcome.ts';

export interface ReliableChangeOptions {
  /** Standard deviation of the scale before treatment, in its unit; more than 0. */
  readonly sd: number;
  /** Reliability of the scale (test–retest, or internal consistency), from 0 up to but not including 1. */
  readonly reliability: number;
  /** Two-sided confidence, strictly between 0 and 1; 0.95 unless told. */
  readonly confidence?: number | undefined;
  /** Which way is better; `higher-is-better` unless told. */
  readonly direction?: Direction | undefined;
  /** The clinical cut-off between the two populations; without it nobody is called recovered. */
  readonly cutoff?: number | undefined;
}

/**
 * `recovered`: reliably better, and from the clinical side of the cut-off to the other. `improved`: reliably better.
 * `unchanged`: no reliable change. `deteriorated`: reliably worse.
 */
export type ChangeClass = 'recovered' | 'improved' | 'unchanged' | 'deteriorated';

export interface ReliableChange {
  readonly outcome: 'computed';
  /** Last score minus first, in the unit of the scale. */
  readonly change: number;
  /** The change in standard errors of the difference: the reliable change index. */
  readonly index: number;
  readonly class: ChangeClass;
  readonly limits: {
    /** SD · √(1 − r), in the unit of the scale. */
    readonly standardError: number;
    /** SD · √2 · √(1 − r). */
    readonly standardErrorOfDifference: number;
    readonly z: number;
    /** What the size of a change must exceed to be reliable, in the unit of the scale. */
    readonly reliableChange: number;
  };
  /** Each score after the first that differs reliably from it. */
  readonly signals: readonly {
    readonly index: number;
    readonly change: number;
    readonly class: ChangeClass;
  }[];
}

/**
 * Whether a client has changed by more than the scale's measurement error, from the first score to the last:
 * RCI = (x₂ − x₁) / (SD · √2 · √(1 − r)), reliable where |RCI| exceeds z. Jacobson & Truax (1991), Clinical
 * significance, J Consult Clin Psychol 59:12–19. Needs two scores.
 * @throws InvalidOption when an option lies outside of its range
 */
export function reliableChange(
  scores: readonly number[],
  options: ReliableChangeOptions,
): ReliableChange | InsufficientData {
  demandScores(scores);
  const limits = reliableChangeLimits(options);
  const [first] = scores;
  const last = scores.at(-1);
  if (first === undefined || last === undefined || scores.length < 2) return insufficient(2, scores.length);
  const judged = scores.map((score, index) => ({
    index,
    change: score - first,
    class: classOf(first, score, limits.reliableChange, options),
  }));
  return {
    outcome: 'computed',
    change: last - first,
    index: (last - first) / limits.standardErrorOfDifference,
    class: classOf(first, last, limits.reliableChange, options),
    limits,
    signals: judged.filter(({ class: judgement }) => judgement !== 'unchanged'),
  };
}

/** The limits alone, without scores. @throws InvalidOption when an option lies outside of its range */
export function reliableChangeLimits({
  sd,
  reliability,
  confidence = 0.95,
}: ReliableChangeOptions): ReliableChange['limits'] {
  demand(sd > 0 && Number.isFinite(sd), 'sd', 'more than 0');
  demand(reliability >= 0 && reliability < 1, 'reliability', 'from 0 up to but not including 1');
  demand(confidence > 0 && confidence < 1, 'confidence', 'strictly between 0 and 1');
  const standardError = sd * Math.sqrt(1 - reliability);
  const standardErrorOfDifference = standardError * Math.SQRT2;
  const z = normalQuantile((1 + confidence) / 2);
  return { standardError, standardErrorOfDifference, z, reliableChange: z * standardErrorOfDifference };
}

function classOf(
  first: number,
  score: number,
  needed: number,
  { direction = 'higher-is-better', cutoff }: ReliableChangeOptions,
): ChangeClass {
  const gain = direction === 'higher-is-better' ? score - first : first - score;
  if (isAbove(-needed, gain)) return 'deteriorated';
  if (!isAbove(gain, needed)) return 'unchanged';
  const crossed =
    cutoff !== undefined && isClinical(first, cutoff, direction) && !isClinical(score, cutoff, direction);
  return crossed ? 'recovered' : 'improved';
}

/**
 * Whether a score lies on the clinical side of a cut-off, read as instruments print it: "10 or more" where lower is
 * better, "below 25" where higher is better.
 */
export const isClinical = (score: number, cutoff: number, direction: Direction): boolean =>
  direction === 'higher-is-better' ? isAbove(cutoff, score) : isAtLeast(score, cutoff);
