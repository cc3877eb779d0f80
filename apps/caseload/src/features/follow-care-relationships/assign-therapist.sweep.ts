import { Clock, Database } from '@attune/platform';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { clientsDueForTherapist } from '../../store/entry.store.ts';
import { AssignTherapist } from './assign-therapist.handler.ts';

/** The clock can be set by hand, so no timer can wait for the boundary itself. */
const everyMs = 5_000;
const atOnce = 200;

/** A handover planned ahead takes effect by the passing of time, without an event: this is who notices. */
@Injectable()
export class AssignTherapistSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private readonly log = new Logger(AssignTherapistSweep.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assignTherapist: AssignTherapist,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }

  /** Derives the therapist of every client for whom a boundary has passed; answers how many clients those were. */
  async sweep(): Promise<number> {
    const now = this.clock.now();
    const due = await this.database.asWorker((tx) => clientsDueForTherapist(tx, now, atOnce));
    for (const clientId of due) {
      await this.database.asWorker((tx) => this.assignTherapist.forClient(tx, clientId, now));
    }
    return due.length;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.running = this.sweep()
        .then(() => undefined)
        .catch((error: unknown) =>
          this.log.error({ err: error }, 'could not assign therapists; trying again'),
        )
        .finally(() => {
          if (this.timer) this.schedule();
        });
    }, everyMs).unref();
  }
}
