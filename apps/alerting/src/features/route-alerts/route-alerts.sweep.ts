import { Clock, Database } from '@attune/platform';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { clientsDueForRouting } from '../../store/alert.store.ts';
import { lockClient } from '../../store/client-state.store.ts';
import { RouteAlerts } from './route-alerts.handler.ts';

/** How often the clock is looked at; it can be set by hand, so no timer can wait for the boundary itself. */
const everyMs = 2_000;
const atOnce = 200;

/** Relationships begin and end by the mere passing of time, without an event: this is who notices. */
@Injectable()
export class RouteAlertsSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private readonly log = new Logger(RouteAlertsSweep.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly routeAlerts: RouteAlerts,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }

  /** Routes the alerts of every client for whom a boundary has passed; answers how many clients those were. */
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

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.running = this.sweep()
        .then(() => undefined)
        .catch((error: unknown) => this.log.error({ err: error }, 'could not route alerts; trying again'))
        .finally(() => {
          if (this.timer) this.schedule();
        });
    }, everyMs).unref();
  }
}
