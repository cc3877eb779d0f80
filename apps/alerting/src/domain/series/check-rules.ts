import type { Direction, Rule } from '@attune/clinical';

/** A scale of a published instrument, of any of its versions. */
export interface KnownScale {
  readonly instrument: string;
  readonly scale: string;
  readonly direction: Direction;
}

/** What is to be said about one field of one rule. */
export interface RuleRemark {
  readonly pointer: string;
  readonly detail: string;
}

export interface RuleCheck {
  /** The rule could never watch what it names, or would watch it the wrong way round. */
  readonly faults: readonly RuleRemark[];
  /** The rule watches nothing as things are, or speaks where it should not. */
  readonly warnings: readonly RuleRemark[];
}

/**
 * Holds rules against the instruments that are there. One that nobody has published yet is no fault, for its wording may
 * be on its way; but it is said, because until then the rule is silent. Said too is that an own baseline has no floor: real
 * ratings sit at the top of their scale, and beside several that are alike the smallest change would signal.
 */
export function checkRules(
  rules: readonly Pick<Rule, 'instrument' | 'scale' | 'direction' | 'detector'>[],
  known: readonly KnownScale[],
): RuleCheck {
  const scales = Map.groupBy(known, ({ instrument }) => instrument);
  const faults: RuleRemark[] = [];
  const warnings: RuleRemark[] = [];
  for (const [index, { instrument, scale, direction, detector }] of rules.entries()) {
    const pointer = `/rules/${index}`;
    const some = scales.get(instrument);
    const found = some?.find((one) => one.scale === scale);
    if (!some) warnings.push({ pointer: `${pointer}/instrument`, detail: unpublished });
    else if (!found)
      faults.push({ pointer: `${pointer}/scale`, detail: `The instrument has ${namesOf(some)}.` });
    else if (found.direction !== direction)
      faults.push({ pointer: `${pointer}/direction`, detail: `On this scale it is ${found.direction}.` });
    if (detector.kind === 'own-baseline' && !detector.floor)
      warnings.push({ pointer: `${pointer}/detector/floor`, detail: floorless });
  }
  return { faults, warnings };
}

const unpublished = 'No version of this instrument is published: the rule watches nothing until one is.';
const floorless =
  'Without a floor a client whose scores are alike signals at the smallest change: give the standard error of the scale, SD · √(1 − reliability).';
const namesOf = (scales: readonly KnownScale[]) => scales.map(({ scale }) => scale).join(', ');
