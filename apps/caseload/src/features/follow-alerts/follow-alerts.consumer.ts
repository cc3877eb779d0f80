import {
  alertAcknowledged,
  alertEscalated,
  alertRaised,
  alertReopened,
  alertRepairObserved,
  alertRerouted,
  alertResolved,
  alertSignalAdded,
  alertSignalWithdrawn,
  alertSnoozed,
  alertStarted,
} from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { applyAlert } from '../../domain/apply-alert.ts';
import { Freshness } from '../../freshness.ts';
import { lockEntry, saveEntry } from '../../store/entry.store.ts';

type AlertData = z.infer<typeof alertRaised.schema>;

/** Each event carries the whole alert, so every kind of it is taken in alike. */
@Controller()
export class FollowAlertsConsumer {
  constructor(private readonly freshness: Freshness) {}

  @OnEvent(
    alertRaised,
    alertSignalAdded,
    alertSignalWithdrawn,
    alertRerouted,
    alertAcknowledged,
    alertStarted,
    alertSnoozed,
    alertReopened,
    alertEscalated,
    alertRepairObserved,
    alertResolved,
  )
  async apply(@EventData() alert: AlertData, @EventContext() { tx, event }: EventContextData): Promise<void> {
    const entry = await lockEntry(tx, alert.clientId, event.time);
    saveEntry(tx, alert.clientId, applyAlert(entry, alert));
    tx.afterCommit(() => this.freshness.saw(event.time));
  }
}
