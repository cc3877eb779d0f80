import { messageFailed, messageSent, messageWithheld } from '@attune/contracts';
import { append, EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Clock } from '@attune/platform';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { noteNotSent, noteSent } from '../../store/reached.store.ts';
import { lockRequest } from '../../store/request.store.ts';
import { expiredEvent } from '../request-events.ts';

type Sent = z.infer<typeof messageSent.schema>;
type NotSent = z.infer<typeof messageWithheld.schema> | z.infer<typeof messageFailed.schema>;

/** A message that is only too late says nothing of whether the client can be written to. */
const tooLate = 'request-over';

/** Keeps whether messages about requests went out: a client to whom none did was not asked, and is not silent. */
@Controller()
export class FollowMessagesConsumer {
  constructor(private readonly clock: Clock) {}

  @OnEvent(messageSent)
  async sent(
    @EventData() { requestId, personId, purpose, sentAt }: Sent,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    const request = requestId === null ? null : await lockRequest(tx, requestId);
    if (request?.clientId !== personId) return;
    const inTime = Date.parse(sentAt) < Date.parse(request.expiresAt);
    const reached = inTime ? new Date(sentAt) : null;
    noteSent(tx, request.requestId, { reached, isReminder: purpose === 'reminder' });
    // Topics have no order among themselves: it may have been told already that nobody was reached.
    if (!reached || request.expiredAt === null || request.reachedAt !== null) return;
    append(tx, expiredEvent({ ...request, reachedAt: sentAt }, this.clock.now()));
  }

  @OnEvent(messageWithheld, messageFailed)
  notSent(
    @EventData() { requestId, personId, reason }: NotSent,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    if (requestId !== null && reason !== tooLate) noteNotSent(tx, requestId, personId, reason);
    return Promise.resolve();
  }
}
