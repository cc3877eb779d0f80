import { Database } from '@attune/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { newestKnown } from './store/entry.store.ts';

/** How far the events have been followed: the time of the newest one that was taken in. */
@Injectable()
export class Freshness implements OnApplicationBootstrap {
  private newest: Date | null = null;

  constructor(private readonly database: Database) {}

  /** After a restart the rows tell how far it had come. */
  async onApplicationBootstrap(): Promise<void> {
    const known = await this.database.asWorker((tx) => newestKnown(tx));
    if (known) this.saw(known);
  }

  saw(time: Date): void {
    if (!this.newest || time > this.newest) this.newest = time;
  }

  get asOf(): Date | null {
    return this.newest;
  }
}
