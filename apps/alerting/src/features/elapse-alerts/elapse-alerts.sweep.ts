import { Clock, Database, Sweep } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { elapse } from '../../domain/alert/follow-up.ts';
import { clientsDueToElapse } from '../../store/alert.store.ts';
import { lockClient, readRoutingState } from '../../store/client-state.store.ts';
import { ConcludeAlerts } from '../conclude-alerts.ts';

const everyMs = 2_000;
const atOnce = 500;

/** Alerts that nobody has acknowledged in time go up, and those that were put off wait again. */
@Injectable()
export class ElapseAlertsSweep extends Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly concludeAlerts: ConcludeAlerts,
  ) {
    super(everyMs);
  }

  /** Until nothing is due any more; answers how many alerts that were. Ended in between, the next look goes on. */
  async sweep(): Promise<number> {
    let total = 0;
    for (;;) {
      const due = await this.database.asWorker((tx) => clientsDueToElapse(tx, this.clock.now(), atOnce));
      let done = 0;
      for (const clientId of due) done += await this.client(clientId);
      total += done;
      if (done === 0) return total;
    }
  }

  private client(clientId: string): Promise<number> {
    return this.database.asWorker(async (tx) => {
      lockClient(tx, clientId);
      const { alerts } = await readRoutingState(tx, clientId);
      const facts = alerts.flatMap((alert) => elapse(alert, this.clock.now()) ?? []);
      await this.concludeAlerts.conclude(tx, facts, alerts);
      return facts.length;
    });
  }
}
