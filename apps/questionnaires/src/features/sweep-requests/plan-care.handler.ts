import type { Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { dueRequests } from '../../domain/cadence/due-requests.ts';
import { careOf, markPlanned, takeClientsToPlan } from '../../store/client-circumstances.store.ts';
import { forgetPlannedInCare, insertPlanned } from '../../store/planned-request.store.ts';
import { latestChange, policiesFor } from '../../store/policy.store.ts';

/** Plans what care brings by the passing of time, anew for clients whose care or whose policies have changed. */
@Injectable()
export class PlanCare {
  /** @returns for how many clients */
  async some(tx: Transaction, now: Date, limit: number): Promise<number> {
    const change = await latestChange(tx);
    const clientIds = await takeClientsToPlan(tx, change, limit);
    if (clientIds.length === 0) return 0;
    const policies = await policiesFor(tx, clientIds);
    const care = await careOf(tx, clientIds);
    const planned = clientIds.flatMap((clientId) =>
      dueRequests(policies, { clientId, care: care.get(clientId) ?? [] }, { kind: 'care-goes-on' }, now),
    );
    await forgetPlannedInCare(tx, clientIds, now);
    await insertPlanned(tx, planned);
    await markPlanned(tx, clientIds, change);
    return clientIds.length;
  }
}
