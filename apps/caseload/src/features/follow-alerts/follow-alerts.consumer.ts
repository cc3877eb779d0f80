import { alertEvents, type alertRaised } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Clock } from '@attune/platform';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { assessEntry } from '../../domain/assess-entry.ts';
import { applyAlert } from '../../domain/apply-alert.ts';
import { isTakenInHand } from '../../domain/taken-in-hand.ts';
import { saveAlertRecord } from '../../store/alert-record.store.ts';
import { lockEntry, saveEntry } from '../../store/entry.store.ts';

type AlertData = z.infer<typeof alertRaised.schema> & {
  readonly by?: string | null;
  /** Of an answer that was taken back. */
  readonly answeredAt?: string;
};

/** Each event carries the whole alert, so every kind of it is taken in alike. */
@Controller()
export class FollowAlertsConsumer {
  constructor(private readonly clock: Clock) {}

  @OnEvent(...alertEvents)
  async apply(@EventData() alert: AlertData, @EventContext() { tx }: EventContextData): Promise<void> {
    const entry = await lockEntry(tx, alert.clientId);
    saveAlertRecord(tx, alert, isTakenInHand(alert));
    saveEntry(tx, alert.clientId, assessEntry(applyAlert(entry, alert), this.clock.now()));
  }
}
