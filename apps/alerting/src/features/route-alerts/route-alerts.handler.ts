import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '@attune/platform';
import { reroute } from '../../domain/alert/change-alert.ts';
import { deriveRoute, routeOf } from '../../domain/alert/derive-route.ts';
import { setRouteChangesAt } from '../../store/alert.store.ts';
import { readRoutingState } from '../../store/client-state.store.ts';
import { clinicLeads } from '../../store/person.store.ts';
import { ConcludeAlerts } from '../conclude-alerts.ts';

@Injectable()
export class RouteAlerts {
  constructor(
    private readonly clock: Clock,
    private readonly concludeAlerts: ConcludeAlerts,
  ) {}

  /** Derives the recipient of a client's unresolved alerts again. The caller holds the client's lock. */
  async forClient(tx: Transaction, clientId: string): Promise<void> {
    const now = this.clock.now();
    const { alerts, relationships } = await readRoutingState(tx, clientId);
    if (alerts.length === 0) return;
    const route = deriveRoute(relationships, now);
    const isSafety = alerts.some(({ concern }) => concern === 'safety');
    const leads = isSafety ? await clinicLeads(tx) : [];
    const facts = alerts.flatMap((alert) => reroute(alert, routeOf(route, alert.concern, leads), now) ?? []);
    await this.concludeAlerts.conclude(tx, facts, alerts);
    await setRouteChangesAt(tx, clientId, route.routeChangesAt);
  }
}
