import type { Rule } from '@attune/clinical';
import type { Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import type { RulesInForce } from '../../domain/series/rules-in-force.ts';
import { findRuleSet } from '../../store/rule-set.store.ts';

@Injectable()
export class RulesInForceReader {
  /** Versions never change, so a set that was read once is known for good. */
  private readonly known = new Map<string, readonly Rule[]>();

  /**
   * @param ruleSet the set in force, as `name@version`; null before the first one is activated
   * @param signals those that stand, whose own sets may be needed to judge them again
   */
  async read(
    tx: Transaction,
    ruleSet: string | null,
    signals: readonly { readonly ruleSet: string }[],
  ): Promise<RulesInForce> {
    const rules = ruleSet === null ? [] : await this.rulesOf(tx, ruleSet);
    const earlier = new Map<string, readonly Rule[]>();
    for (const key of new Set(signals.map((signal) => signal.ruleSet))) {
      if (key !== ruleSet) earlier.set(key, await this.rulesOf(tx, key));
    }
    return { ruleSet: ruleSet ?? '', rules, earlier };
  }

  private async rulesOf(tx: Transaction, key: string): Promise<readonly Rule[]> {
    const known = this.known.get(key);
    if (known) return known;
    const [name = '', version] = key.split('@');
    const found = await findRuleSet(tx, name, Number(version));
    if (!found) return [];
    this.known.set(key, found.rules);
    return found.rules;
  }
}
