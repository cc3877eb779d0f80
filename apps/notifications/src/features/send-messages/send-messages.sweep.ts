import { append } from '@attune/messaging';
import { Clock, Database, describeError, logger, Sweep } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { after, leaseMs, nextAttempt, type Message } from '../../domain/message.ts';
import { lockSending, updateMessage } from '../../store/message.store.ts';
import { SendingFailed } from '../../senders/sending-failed.ts';
import { failedEvent, sentEvent } from '../message-events.ts';
import { PrepareMessage, type Prepared } from './prepare-message.ts';

const everyMs = 1_000;
const abreast = 4;

/**
 * Sends what is due. An attempt is written down and committed before anything leaves; what comes of it afterwards. A
 * process that is killed in between leaves a message that is `sending`: when its lease is over it is sent once more,
 * under the same Message-ID, and that is the only way in which anything is sent twice.
 */
@Injectable()
export class SendMessages extends Sweep {
  private wanted = false;
  private looking: Promise<number> | undefined;
  private readonly sending = new Set<Promise<void>>();
  private ending = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly prepare: PrepareMessage,
  ) {
    super(everyMs);
  }

  /** Something may be due now: no need to wait for the next look. */
  hint(): void {
    void this.sweep().catch(() => undefined);
  }

  /** Sets on its way what is due, so many at a time; answers how many messages were looked at. */
  sweep(): Promise<number> {
    this.wanted = true;
    return (this.looking ??= this.lookThrough().finally(() => {
      this.looking = undefined;
    }));
  }

  /** Until nothing is due and nothing on its way. */
  async finish(): Promise<void> {
    while ((await this.sweep()) > 0 || this.sending.size > 0) await Promise.all(this.sending);
  }

  override async onApplicationShutdown(): Promise<void> {
    this.ending = true;
    await super.onApplicationShutdown();
    await Promise.all(this.sending);
  }

  private async lookThrough(): Promise<number> {
    let count = 0;
    while (this.wanted) {
      this.wanted = false;
      while (!this.ending && this.sending.size < abreast) {
        const taken = await this.database.asWorker((tx) => this.prepare.next(tx, this.clock.now(), leaseMs));
        if (taken === null) break;
        count++;
        if (taken.prepared) this.begin(taken.message, taken.prepared);
      }
    }
    return count;
  }

  /** A slow mail server holds up the messages that it has, and no others as long as there is room. */
  private begin(message: Message, prepared: Prepared): void {
    const sending = this.send(message, prepared)
      .catch((error: unknown) => {
        const { messageId } = message;
        logger.error(
          { ...describeError(error), messageId },
          'a message is taken up again when its lease is over',
        );
      })
      .finally(() => {
        this.sending.delete(sending);
        this.hint();
      });
    this.sending.add(sending);
  }

  private async send(message: Message, prepared: Prepared): Promise<void> {
    let failure: SendingFailed | null = null;
    try {
      await prepared.send();
    } catch (error) {
      if (!(error instanceof SendingFailed)) throw error;
      failure = error;
    }
    await this.database.asWorker(async (tx) => {
      const now = this.clock.now();
      // Somebody else has it, because this took longer than its lease.
      if (!(await lockSending(tx, message.messageId, message.attempts))) return;
      if (failure === null) {
        updateMessage(tx, after(message, 'accept'), { settledAt: now });
        append(tx, sentEvent(message, now));
        const { messageId, purpose, attempts } = message;
        tx.afterCommit(() => {
          logger.info({ messageId, purpose, attempts }, 'a message was sent');
        });
        return;
      }
      const again = failure.permanent ? null : nextAttempt(message.attempts, now);
      logger.warn(
        { code: failure.code, messageId: message.messageId, attempts: message.attempts },
        again ? 'a message was not taken; trying again later' : 'a message was given up',
      );
      if (again) {
        updateMessage(tx, after(message, 'delay', { dueAt: again }), { reason: failure.code });
        return;
      }
      updateMessage(tx, after(message, 'refuse'), { settledAt: now, reason: failure.code });
      append(tx, failedEvent(message, failure.code, now));
    });
  }
}
