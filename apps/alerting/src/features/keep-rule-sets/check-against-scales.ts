import type { Rule } from '@attune/clinical';
import { invalid, Problem, type Transaction } from '@attune/platform';
import { checkRules, type RuleRemark } from '../../domain/series/check-rules.ts';
import { findScales } from '../../store/known-scale.store.ts';

const check = async (tx: Transaction, rules: readonly Rule[]) => {
  const instruments = rules.map(({ instrument }) => instrument);
  return checkRules(rules, await findScales(tx, instruments));
};

/**
 * What is to be said about rules that are sent in.
 * @throws Problem 400 when one names a scale that its instrument does not have, or the wrong direction
 */
export async function demandScales(tx: Transaction, rules: readonly Rule[]): Promise<readonly RuleRemark[]> {
  const { faults, warnings } = await check(tx, rules);
  if (faults.length > 0) throw invalid(faults);
  return warnings;
}

/**
 * What is to be said about rules that are to come into force.
 * @throws Problem 409 when an instrument has become another since they were written down
 */
export async function demandFit(tx: Transaction, rules: readonly Rule[]): Promise<readonly RuleRemark[]> {
  const { faults, warnings } = await check(tx, rules);
  if (faults.length === 0) return warnings;
  const detail =
    'Rules of this version do not fit the instruments as they are now: write a new version of it.';
  throw new Problem(409, 'rules-do-not-fit', detail, { errors: faults });
}

/** What is to be said about rules that are written down already: nothing changes them any more. */
export async function warnOfScales(tx: Transaction, rules: readonly Rule[]): Promise<readonly RuleRemark[]> {
  const { faults, warnings } = await check(tx, rules);
  return [...faults, ...warnings];
}
