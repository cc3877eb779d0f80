import type { RuleSet } from '@attune/clinical';
import { rule, ruleSetActivated, ruleSetPublished } from '@attune/contracts';
import { append } from '@attune/messaging';
import { Clock, notFound, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ruleSetKey } from '../../domain/series/rules-in-force.ts';
import {
  activateRuleSet,
  findActiveRuleSet,
  findRuleSet,
  insertRuleSet,
  type KeptRuleSet,
} from '../../store/rule-set.store.ts';

@Injectable()
export class KeepRuleSets {
  constructor(private readonly clock: Clock) {}

  /** Writes a version down, for good, unless it is there already. */
  async publish(tx: Transaction, ruleSet: RuleSet, by: string | null, at = this.clock.now()): Promise<void> {
    if (!(await insertRuleSet(tx, ruleSet, by, at))) return;
    const { name, version, title } = ruleSet;
    const rules = z.array(rule).parse(ruleSet.rules);
    const data = { name, version, title, rules, publishedAt: at.toISOString() };
    append(tx, ruleSetPublished.event({ key: name, subject: ruleSetKey(ruleSet), time: at, data }));
  }

  /**
   * Puts a version in force. The one that is in force stays as it is.
   * @throws Problem 404 when there is no such version
   */
  async activate(
    tx: Transaction,
    { name, version }: Pick<RuleSet, 'name' | 'version'>,
    by: string | null,
  ): Promise<KeptRuleSet> {
    const found = await findRuleSet(tx, name, version);
    if (!found) throw notFound('rule set');
    if (found.active) return found;
    const at = await this.afterTheLast(tx);
    await activateRuleSet(tx, found, by, at);
    const data = { name, version, activatedAt: at.toISOString() };
    append(tx, ruleSetActivated.event({ key: name, subject: ruleSetKey(found), time: at, data }));
    return { ...found, activatedAt: at, active: true };
  }

  /** Now, or later than the last activation where a clock was set back: the last one is in force. */
  private async afterTheLast(tx: Transaction): Promise<Date> {
    const now = this.clock.now();
    const last = (await findActiveRuleSet(tx))?.activatedAt;
    return last && last >= now ? new Date(last.getTime() + 1) : now;
  }
}
