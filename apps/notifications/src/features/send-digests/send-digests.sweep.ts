import { Clock, Database, Sweep } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { nextDigest } from '../../domain/preference.ts';
import { waitingFor } from '../../store/known-alert.store.ts';
import { insertMessage } from '../../store/message.store.ts';
import { findPreference, planDigest, takeDigest } from '../../store/preference.store.ts';
import { zoneOfStaff } from '../../store/recipient.store.ts';
import { SendMessages } from '../send-messages/send-messages.sweep.ts';

const everyMs = 5_000;

/** Digests whose hour has come; one that finds nothing waiting is not sent. */
@Injectable()
export class SendDigests extends Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sendMessages: SendMessages,
  ) {
    super(everyMs);
  }

  async sweep(): Promise<number> {
    let count = 0;
    while (await this.one()) count++;
    if (count > 0) this.sendMessages.hint();
    return count;
  }

  private one(): Promise<boolean> {
    return this.database.asWorker(async (tx) => {
      const now = this.clock.now();
      const due = await takeDigest(tx, now);
      if (!due) return false;
      const { personId } = due;
      const zone = await zoneOfStaff(tx, personId);
      const { value } = await findPreference(tx, personId);
      planDigest(tx, personId, zone === null ? null : nextDigest(value, zone, now));
      const { waiting } = await waitingFor(tx, personId, now);
      if (waiting === 0) return true;
      // By its instant: two mornings of a reader may be one day of the universal time.
      insertMessage(tx, {
        ...{ messageId: newId(), personId, purpose: 'digest', requestId: null, alertId: null },
        ...{ cause: `digest ${due.at.toISOString()}`, createdAt: now, dueAt: now },
      });
      return true;
    });
  }
}
