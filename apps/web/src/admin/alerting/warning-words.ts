import type { Rule } from '@attune/clinical';
import { t } from '@lingui/core/macro';
import type { FieldProblem } from '../../api/http.ts';
import { ruleName } from './rule-names.ts';
import { rulePlace } from './rule-place.ts';

interface Warning {
  readonly words: string;
  /** The rules that it is said of, with the field where that says more. */
  readonly places: readonly string[];
}

/** What the platform says about rules that it takes all the same: once for each instrument, by its title. */
export function warningWords(
  warnings: readonly FieldProblem[],
  rules: readonly Rule[],
  titleOf: (url: string) => string,
): Warning[] {
  const told = warnings.map(({ pointer, detail }) => {
    const [, , index, field] = pointer.split('/');
    const rule = rules[Number(index)];
    if (!rule) return { words: detail, place: pointer };
    const title = titleOf(rule.instrument);
    return field === 'instrument'
      ? {
          words: t`${title}: no version is published. Until one is, nothing is watched.`,
          place: ruleName(rule),
        }
      : { words: `${title}: ${detail}`, place: rulePlace(rules, pointer) ?? pointer };
  });
  return [...Map.groupBy(told, ({ words }) => words)].map(([words, of]) => ({
    words,
    places: of.map(({ place }) => place),
  }));
}
