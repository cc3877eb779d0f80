import { clinicChanged } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { saveCalendar } from '../../store/alert-policy.store.ts';
import { AlertSettings } from '../alert-settings.ts';

type Clinic = z.infer<typeof clinicChanged.schema>;

/** Keeps when the clinic works: deadlines are counted in its hours. */
@Controller()
export class FollowClinicConsumer {
  constructor(private readonly settings: AlertSettings) {}

  @OnEvent(clinicChanged)
  changed(
    @EventData() { clinicId, zone, workingHours, holidays }: Clinic,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    saveCalendar(tx, clinicId, { zone, workingHours, holidays });
    tx.afterCommit(() => {
      this.settings.forget();
    });
    return Promise.resolve();
  }
}
