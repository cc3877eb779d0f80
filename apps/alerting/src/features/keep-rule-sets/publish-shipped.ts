import { defaultRuleSet } from '@attune/clinical';
import { Database } from '@attune/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { findActiveRuleSet } from '../../store/rule-set.store.ts';
import { KeepRuleSets } from './keep-rule-sets.handler.ts';

/**
 * At each start: the set that ships is written down, and put in force where none is. A newer one never takes the place
 * of what a provider has in force by itself.
 */
@Injectable()
export class PublishShipped implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly keepRuleSets: KeepRuleSets,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.database.asWorker(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('shipped rule sets', 0))`);
      await this.keepRuleSets.publish(tx, defaultRuleSet, null);
      if (!(await findActiveRuleSet(tx))) await this.keepRuleSets.activate(tx, defaultRuleSet, null);
    });
  }
}
