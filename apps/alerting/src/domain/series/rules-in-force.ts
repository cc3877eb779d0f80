import type { Rule } from '@attune/clinical';

/** The rules that look at new scores, and those of earlier sets that signals still stand on. */
export interface RulesInForce {
  /** The set in force, as `name@version`. */
  readonly ruleSet: string;
  readonly rules: readonly Rule[];
  readonly earlier: ReadonlyMap<string, readonly Rule[]>;
}

/** How a version of a rule set is named where something refers to it. */
export const ruleSetKey = ({ name, version }: { readonly name: string; readonly version: number }) =>
  `${name}@${version}`;

/** The rule that a signal came from; none when its set is not known any more. */
export function ruleOf(
  { ruleSet, rules, earlier }: RulesInForce,
  signal: { readonly ruleSet: string; readonly rule: string },
): Rule | undefined {
  const set = signal.ruleSet === ruleSet ? rules : earlier.get(signal.ruleSet);
  return set?.find(({ code }) => code === signal.rule);
}
