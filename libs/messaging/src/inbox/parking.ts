import { eventParked, headers as names } from '@attune/contracts';
import { type Clock, logger, type Transaction } from '@attune/platform';
import { v7 as newId } from 'uuid';
import { append } from '../outbox/append.ts';
import { measure } from '../telemetry.ts';
import type { Failure } from './failures.ts';
import { markParked } from './inbox.store.ts';
import { insertParked, noteAttempt, type Consumer, type Head, type Place } from './parked-event.store.ts';
import type { ReceivedEvent } from './received-event.ts';

/** Puts events aside that could not be taken in, and tells of the first in a key: the rest only waits behind it. */
export class Parking {
  constructor(
    private readonly consumer: Consumer,
    private readonly clock: Clock,
  ) {}

  /** The caller holds the place. */
  async park(tx: Transaction, event: ReceivedEvent, failure: Failure): Promise<void> {
    const place: Place = [this.consumer.name, event.topic, event.key];
    const [deadLetterId, at] = [newId(), this.clock.now()];
    if (!(await insertParked(tx, place, event, failure, { deadLetterId, at }))) return;
    await markParked(tx, place, true);
    await this.tell(tx, event, failure, { deadLetterId, at });
  }

  /** The head of a key did not get through once more; what is new about it is told. The caller holds the place. */
  async failedAgain(tx: Transaction, head: Head, failure: Failure): Promise<void> {
    await noteAttempt(tx, head.deadLetterId, failure);
    if (failure.kind === head.kind) return;
    await this.tell(tx, head, failure, { deadLetterId: head.deadLetterId, at: this.clock.now() });
  }

  private async tell(
    tx: Transaction,
    { topic, key, sequence, headers }: ReceivedEvent,
    { kind, reason }: Failure,
    { deadLetterId, at }: { deadLetterId: string; at: Date },
  ): Promise<void> {
    tx.afterCommit(() => {
      measure.parked({ topic, kind });
      if (kind === 'gap') measure.gap({ topic });
    });
    if (kind === 'behind') return;
    const { service, name: consumer } = this.consumer;
    const about = { deadLetterId, consumer, topic, sequence: Number(sequence), kind, reason };
    const type = headers[names.type]?.slice(0, 255) ?? null;
    const data = { ...about, service, key, type, parkedAt: at.toISOString() };
    append(tx, eventParked.event({ key: service, subject: deadLetterId, time: at, data }));
    tx.afterCommit(() => {
      const text = kind === 'gap' ? 'events are missing: key parked' : 'event parked';
      logger[kind === 'prerequisite' ? 'warn' : 'error'](about, text);
    });
  }
}
