import { Clock, Database, Sweep } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { clientsDueForRouting } from '../../store/alert.store.ts';
import { lockClient } from '../../store/client-state.store.ts';
import { RouteAlerts } from './route-alerts.handler.ts';

const everyMs = 2_000;
const atOnce = 200;

/** Relationships begin and end by the mere passing of time, without an event, and clinic leads come and go: this is who acts on it. */
@Injectable()
export class RouteAlertsSweep extends Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly routeAlerts: RouteAlerts,
  ) {
    super(everyMs);
  }

  /** Routes the alerts of every client for whom that is due; answers how many clients those were. */
  async sweep(): Promise<number> {
    const due = await this.database.asWorker((tx) => clientsDueForRouting(tx, this.clock.now(), atOnce));
    for (const clientId of due) {
      await this.database.asWorker(async (tx) => {
        lockClient(tx, clientId);
        await this.routeAlerts.forClient(tx, clientId);
      });
    }
    return due.length;
  }
}
