import { append } from '@attune/messaging';
import { Clock, Database, logger, Sweep } from '@attune/platform';
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
  private working: Promise<number> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly prepare: PrepareMessage,
  ) {
    super(everyMs);
  }

  /** Something may be due now: no need to wait for the next look. */
  hint(): void {
    this.wanted = true;
    if (!this.working) void this.sweep().catch(() => undefined);
  }

  /** Sends until nothing is due; answers how many messages were looked at. One look at a time. */
  sweep(): Promise<number> {
    return (this.working ??= this.all().finally(() => {
      this.working = undefined;
    }));
  }

  private async all(): Promise<number> {
    let total = 0;
    do {
      this.wanted = false;
      const counts = await Promise.all(Array.from({ length: abreast }, () => this.line()));
      total += counts.reduce((sum, count) => sum + count, 0);
    } while (this.wanted);
    return total;
  }

  private async line(): Promise<number> {
    for (let count = 0; ; count++) {
      const taken = await this.database.asWorker((tx) => this.prepare.next(tx, this.clock.now(), leaseMs));
      if (taken === null) return count;
      if (taken.prepared) await this.send(taken.message, taken.prepared);
    }
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
