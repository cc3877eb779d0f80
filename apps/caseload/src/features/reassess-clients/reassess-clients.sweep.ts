import { Clock, Database, Sweep } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { allianceChoice } from '../../store/alliance-scale.store.ts';
import { clientsDue } from '../../store/entry.store.ts';
import { ReassessClient } from './reassess-client.handler.ts';

const everyMs = 5_000;
const atOnce = 200;

/**
 * A handover planned ahead, a further day of silence: they come by the passing of time, and this is who notices. So it
 * is when other rules are put in force: what stands for the alliance is chosen anew for every client.
 */
@Injectable()
export class ReassessClientsSweep extends Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reassessClient: ReassessClient,
  ) {
    super(everyMs);
  }

  /** Looks again at every client for whom a boundary has passed; answers how many clients those were. */
  async sweep(): Promise<number> {
    const now = this.clock.now();
    let done = 0;
    for (let due = await this.due(now); due.length > 0; due = await this.due(now)) {
      for (const clientId of due) {
        await this.database.asWorker((tx) => this.reassessClient.forClient(tx, clientId));
      }
      done += due.length;
    }
    return done;
  }

  private due(now: Date): Promise<string[]> {
    return this.database.asWorker(async (tx) =>
      clientsDue(tx, { now, choice: await allianceChoice(tx) }, atOnce),
    );
  }
}
