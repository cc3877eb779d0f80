import {
  requestExpired,
  requestIssued,
  requestReminderDue,
  requestRevoked,
  responseSubmitted,
} from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Clock, type Transaction } from '@attune/platform';
import { Controller } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { z } from 'zod';
import { saveAsked } from '../../store/asked.store.ts';
import { insertMessage, waitingAbout } from '../../store/message.store.ts';
import { SendMessages } from '../send-messages/send-messages.sweep.ts';
import { withhold } from '../withhold.ts';

type Issued = z.infer<typeof requestIssued.schema>;
type ReminderDue = z.infer<typeof requestReminderDue.schema>;
type Over = z.infer<typeof requestExpired.schema> | z.infer<typeof requestRevoked.schema>;
type Submitted = z.infer<typeof responseSubmitted.schema>;

/** A request that Attune is to send becomes an invitation; one that is over takes what was still to be sent with it. */
@Controller()
export class FollowRequestsConsumer {
  constructor(
    private readonly clock: Clock,
    private readonly sendMessages: SendMessages,
  ) {}

  @OnEvent(requestIssued)
  issued(@EventData() request: Issued, @EventContext() { tx }: EventContextData): Promise<void> {
    if (request.delivery !== 'message') return Promise.resolve();
    this.write(tx, request, 'invitation', `invitation ${request.requestId}`);
    return Promise.resolve();
  }

  @OnEvent(requestReminderDue)
  reminder(@EventData() request: ReminderDue, @EventContext() { tx }: EventContextData): Promise<void> {
    this.write(tx, request, 'reminder', `reminder ${request.reminder} ${request.requestId}`);
    return Promise.resolve();
  }

  @OnEvent(requestRevoked, requestExpired)
  over(
    @EventData() { requestId, clientId, expiresAt }: Over,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    return this.close(tx, { requestId, clientId, expiresAt: new Date(expiresAt) });
  }

  @OnEvent(responseSubmitted)
  answered(
    @EventData() { requestId, clientId }: Submitted,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    return requestId === null ? Promise.resolve() : this.close(tx, { requestId, clientId, expiresAt: null });
  }

  private write(tx: Transaction, request: Issued, purpose: 'invitation' | 'reminder', cause: string): void {
    const now = this.clock.now();
    const { requestId, clientId: personId } = request;
    saveAsked(tx, {
      ...{ requestId, clientId: personId },
      ...{ expiresAt: new Date(request.expiresAt), closed: false },
    });
    insertMessage(tx, {
      ...{ messageId: newId(), personId, purpose, requestId, alertId: null, cause },
      ...{ createdAt: now, dueAt: now },
    });
    tx.afterCommit(() => {
      this.sendMessages.hint();
    });
  }

  private async close(
    tx: Transaction,
    asked: { requestId: string; clientId: string; expiresAt: Date | null },
  ): Promise<void> {
    saveAsked(tx, { ...asked, closed: true });
    const now = this.clock.now();
    for (const message of await waitingAbout(tx, asked.requestId)) withhold(tx, message, 'request-over', now);
  }
}
