import { Clock, Database } from '@attune/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { shippedPolicies } from '../../domain/cadence/shipped-policies.ts';
import { insertFirstPolicies, lockPolicies } from '../../store/policy.store.ts';

/** At the first start: what a new provider begins with. Whatever was changed or added since stays. */
@Injectable()
export class PublishShippedPolicies implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.database.asWorker(async (tx) => {
      lockPolicies(tx);
      await insertFirstPolicies(tx, shippedPolicies, this.clock.now());
    });
  }
}
