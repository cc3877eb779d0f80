import {
  alertAcknowledged,
  alertAnswerWithdrawn,
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
import { Clock, type Transaction } from '@attune/platform';
import { Controller } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { z } from 'zod';
import { tellsAtOnce } from '../../domain/preference.ts';
import { saveAlert } from '../../store/known-alert.store.ts';
import { insertMessage } from '../../store/message.store.ts';
import { findPreference } from '../../store/preference.store.ts';
import { clinicLeads } from '../../store/recipient.store.ts';
import { SendMessages } from '../send-messages/send-messages.sweep.ts';

type Alert = z.infer<typeof alertRaised.schema>;
type Reopened = z.infer<typeof alertReopened.schema>;
type Rerouted = z.infer<typeof alertRerouted.schema>;

/** An older alert is history, told again or taken over: nobody is woken for it. */
const newsForMs = 24 * 60 * 60 * 1000;

/** Tells those whom an alert has come to, once for each way in which it came. */
@Controller()
export class FollowAlertsConsumer {
  constructor(
    private readonly clock: Clock,
    private readonly sendMessages: SendMessages,
  ) {}

  /** A further signal is told again only where it is graver, or about harm. */
  @OnEvent(alertRaised, alertSignalAdded)
  async arrived(@EventData() alert: Alert, @EventContext() { tx, event }: EventContextData): Promise<void> {
    this.keep(tx, alert);
    const { alertId, concern, recipientId, severity, status, version } = alert;
    if (status !== 'open' || recipientId === null) return;
    const news = concern === 'safety' ? `safety ${version}` : severity;
    await this.tell(tx, alert, [recipientId], `alert ${alertId} ${news}`, event.time);
  }

  /** To whoever has it now, each time that it comes to them. */
  @OnEvent(alertRerouted)
  async cameTo(@EventData() alert: Rerouted, @EventContext() { tx, event }: EventContextData): Promise<void> {
    this.keep(tx, alert);
    const { alertId, recipientId, previousRecipientId, status, version } = alert;
    if (status !== 'open' || recipientId === null || recipientId === previousRecipientId) return;
    await this.tell(tx, alert, [recipientId], `alert ${alertId} came ${version}`, event.time);
  }

  /** What was put off or closed waits again; who opened it themselves need not be told. */
  @OnEvent(alertReopened)
  async again(@EventData() alert: Reopened, @EventContext() { tx, event }: EventContextData): Promise<void> {
    this.keep(tx, alert);
    const { recipientId, by } = alert;
    if (alert.status !== 'open' || recipientId === null || recipientId === by) return;
    await this.tell(tx, alert, [recipientId], `alert ${alert.alertId} again ${alert.version}`, event.time);
  }

  @OnEvent(alertEscalated)
  async wentUp(@EventData() alert: Alert, @EventContext() { tx, event }: EventContextData): Promise<void> {
    this.keep(tx, alert);
    const level = alert.escalation?.level;
    if (level === undefined) return;
    const readers = level === 'supervisor' ? alert.watcherIds : await clinicLeads(tx);
    const cause = `alert ${alert.alertId} ${level} ${alert.version}`;
    await this.tell(tx, alert, readers, cause, event.time, true);
  }

  /** Whoever took their answer back knows of it: nobody is told anew. */
  @OnEvent(
    alertAcknowledged,
    alertAnswerWithdrawn,
    alertStarted,
    alertSnoozed,
    alertResolved,
    alertSignalWithdrawn,
    alertRepairObserved,
  )
  changed(@EventData() alert: Alert, @EventContext() { tx }: EventContextData): Promise<void> {
    this.keep(tx, alert);
    return Promise.resolve();
  }

  private keep(tx: Transaction, alert: Alert): void {
    const { alertId, recipientId, watcherIds, concern, severity, status, version } = alert;
    const instant = (at: string | null | undefined) =>
      at === null || at === undefined ? null : new Date(at);
    saveAlert(tx, {
      ...{ alertId, recipientId, watcherIds, concern, severity, status, version },
      acknowledgeBy: instant(alert.acknowledgeBy),
      snoozedUntil: instant(alert.snoozedUntil),
      escalationLevel: alert.escalation?.level ?? null,
    });
  }

  private async tell(
    tx: Transaction,
    alert: Alert,
    readers: readonly string[],
    cause: string,
    happenedAt: Date,
    wentUp = false,
  ): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - happenedAt.getTime() > newsForMs) return;
    for (const personId of readers) {
      const { value } = await findPreference(tx, personId);
      // What went up is told: somebody has let it lie, or a rule wants it seen.
      if (!wentUp && !tellsAtOnce(value, alert)) continue;
      insertMessage(tx, {
        ...{ messageId: newId(), personId, purpose: 'alert', requestId: null, alertId: alert.alertId, cause },
        ...{ createdAt: now, dueAt: now },
      });
    }
    tx.afterCommit(() => {
      this.sendMessages.hint();
    });
  }
}
