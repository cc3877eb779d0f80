import { append } from '@attune/messaging';
import { Clock, Database } from '@attune/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { usualClinic } from '../../domain/clinic.ts';
import { insertClinic } from '../../store/clinic.store.ts';
import { clinicEvent } from '../scheduling-events.ts';

/** At the first start: usual hours, so that deadlines in working hours mean something before anybody has set them. */
@Injectable()
export class PublishShippedClinic implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const at = this.clock.now();
    await this.database.asWorker(async (tx) => {
      if (await insertClinic(tx, usualClinic, at)) append(tx, clinicEvent(usualClinic, at));
    });
  }
}
