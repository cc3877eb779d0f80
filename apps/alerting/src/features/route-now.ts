import type { Transaction } from '@attune/platform';
import type { Alert } from '../domain/alert/alert.ts';
import { deriveRoute, routeOf, type Route } from '../domain/alert/derive-route.ts';
import { readRoutingState } from '../store/client-state.store.ts';
import { clinicLeads } from '../store/person.store.ts';

/** Where an alert goes by the care relationships of this moment; one about safety to the clinic lead rather than to nobody. */
export async function routeNow(
  tx: Transaction,
  { clientId, concern }: Pick<Alert, 'clientId' | 'concern'>,
  now: Date,
): Promise<Route> {
  const { relationships } = await readRoutingState(tx, clientId);
  const leads = concern === 'safety' ? await clinicLeads(tx) : [];
  return routeOf(deriveRoute(relationships, now), concern, leads);
}
