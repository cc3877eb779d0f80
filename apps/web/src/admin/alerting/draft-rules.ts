import type { Rule } from '@attune/clinical';
import type { RuleSet, RuleSetDraft } from '../../api/rule-sets.ts';

/** The name under which what ships is written down: a clinic's own sets go by another. */
export const shippedName = 'attune-default';
const ownName = 'our-rules';

/** A draft for the next version, from one that is there; what ships is gone on with under a name of the clinic's. */
export const draftFrom = ({ name, title, rules }: RuleSet): RuleSetDraft => ({
  name: name === shippedName ? ownName : name,
  title,
  rules,
});

/** Takes the rules of an operating point in the place of those with the same codes; all others stay. */
export function atPoint(rules: readonly Rule[], point: readonly Rule[]): readonly Rule[] {
  const taken = new Map(point.map((rule) => [rule.code, rule]));
  const kept = rules.map((rule) => taken.get(rule.code) ?? rule);
  const known = new Set(rules.map(({ code }) => code));
  return [...kept, ...point.filter(({ code }) => !known.has(code))];
}

/** A code that no other rule has: `alliance-cut-off`, `alliance-cut-off-2`. */
export function freshCode(rules: readonly Rule[], wanted: string): string {
  const known = new Set(rules.map(({ code }) => code));
  let [code, n] = [wanted, 1];
  while (known.has(code)) code = `${wanted}-${(n += 1)}`;
  return code;
}
