import { Clock, Database, Sweep } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { clientsDueForTherapist } from '../../store/entry.store.ts';
import { AssignTherapist } from './assign-therapist.handler.ts';

const everyMs = 5_000;
const atOnce = 200;

/** A handover planned ahead takes effect by the passing of time, without an event: this is who notices. */
@Injectable()
export class AssignTherapistSweep extends Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assignTherapist: AssignTherapist,
  ) {
    super(everyMs);
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
}
