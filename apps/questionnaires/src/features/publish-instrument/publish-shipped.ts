import { Database } from '@attune/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { shippedInstruments } from '../../domain/instruments/shipped.ts';
import { PublishInstrument } from './publish-instrument.handler.ts';

/** At each start: what ships with the platform is published if it has not been. */
@Injectable()
export class PublishShipped implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly publishInstrument: PublishInstrument,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.database.asWorker(async (tx) => {
      for (const instrument of shippedInstruments) await this.publishInstrument.publish(tx, instrument);
    });
  }
}
