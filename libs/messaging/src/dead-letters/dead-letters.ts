import {
  audit,
  type AuditEntry,
  Clock,
  conflict,
  Database,
  notFound,
  type Person,
  type Transaction,
} from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { lockPlace, movePlace } from '../inbox/inbox.store.ts';
import { headOf, unpark, type Place } from '../inbox/parked-event.store.ts';
import { Messaging } from '../nest/messaging.ts';

export interface DeadLetter {
  readonly id: string;
  readonly consumer: string;
  readonly topic: string;
  readonly key: string;
  readonly sequence: number;
  readonly type: string | null;
  readonly kind: string;
  readonly reason: string;
  readonly attempts: number;
  readonly parkedAt: string;
}

interface Row {
  readonly dead_letter_id: string;
  readonly consumer: string;
  readonly topic: string;
  readonly key: string;
  readonly sequence: string;
  readonly type: string | null;
  readonly kind: string;
  readonly reason: string;
  readonly attempts: number;
  readonly parked_at: Date;
  readonly headers: Record<string, string>;
  readonly value: string | null;
}

/** What a service could not take in: to look at, to try again, or to leave out with a reason. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly messaging: Messaging,
    private readonly clock: Clock,
  ) {}

  /** By id, which is by time; from behind an id. */
  list(after: string | null, limit: number): Promise<DeadLetter[]> {
    return this.database.asWorker(async (tx) => {
      const sql = `SELECT * FROM parked_event WHERE $1::uuid IS NULL OR dead_letter_id > $1
        ORDER BY dead_letter_id LIMIT $2`;
      return (await tx.query<Row>(sql, [after, limit])).map(toDeadLetter);
    });
  }

  /**
   * With its content, which may be personal data: that somebody looked is written down. Names, contacts and answers are
   * in internal topics: those are shown on an explicit wish alone.
   */
  show(
    person: Person,
    id: string,
    wish: { readonly value: boolean },
  ): Promise<DeadLetter & { headers: Record<string, string>; value: string | null }> {
    return this.database.asWorker(async (tx) => {
      const row = await this.find(tx, id);
      const shown = wish.value || !row.topic.startsWith('attune.internal.');
      this.note(tx, person, 'view-dead-letter', row);
      return { ...toDeadLetter(row), headers: row.headers, value: shown ? row.value : null };
    });
  }

  /** @returns whether everything of its key has been taken in now */
  async retry(person: Person, id: string): Promise<{ resolved: boolean }> {
    const place = await this.database.asWorker(async (tx) => {
      const row = await this.find(tx, id);
      this.note(tx, person, 'retry-dead-letter', row);
      return toPlace(row);
    });
    return { resolved: await this.messaging.redriver.redrive(place) };
  }

  /** Leaves the event out for good, and with it the numbers before it that never came, and goes on behind it. */
  async skip(person: Person, id: string, reason: string): Promise<{ resolved: boolean }> {
    const place = await this.database.asWorker(async (tx) => {
      const row = await this.find(tx, id);
      const of = toPlace(row);
      const last = await lockPlace(tx, of);
      const head = await headOf(tx, of);
      if (head?.deadLetterId !== id)
        throw conflict('not-the-first', 'It waits behind another: see to that one first.');
      const { sequence } = head;
      // A gap's first event is sound: it is the missing numbers before it that are given up.
      const upTo = head.kind === 'gap' ? sequence - 1n : sequence;
      await tx.query('INSERT INTO skipped_event VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
        ...of,
        (last + 1n).toString(),
        upTo.toString(),
        person.id,
        reason,
        this.clock.now(),
      ]);
      if (head.kind !== 'gap') await unpark(tx, of, sequence);
      if (upTo > last) await movePlace(tx, of, upTo);
      this.note(tx, person, 'skip-dead-letter', row);
      return of;
    });
    return { resolved: await this.messaging.redriver.redrive(place) };
  }

  private async find(tx: Transaction, id: string): Promise<Row> {
    const [row] = await tx.query<Row>('SELECT * FROM parked_event WHERE dead_letter_id = $1', [id]);
    if (!row) throw notFound('dead letter');
    return row;
  }

  /** Most keys are a client's id: what concerns a client is found in the audit by it. */
  private note(
    tx: Transaction,
    person: Person,
    action: AuditEntry['action'],
    { dead_letter_id, key }: Row,
  ): void {
    const clientIds = z.uuid().safeParse(key).success ? [key] : [];
    audit(tx, { person, action, clientIds, subject: dead_letter_id, at: this.clock.now() });
  }
}

const toPlace = ({ consumer, topic, key }: Row): Place => [consumer, topic, key];

function toDeadLetter(row: Row): DeadLetter {
  const { consumer, topic, key, type, kind, reason, attempts } = row;
  const { dead_letter_id: id, sequence, parked_at: parkedAt } = row;
  return {
    ...{ id, consumer, topic, key, sequence: Number(sequence), type, kind, reason, attempts },
    parkedAt: parkedAt.toISOString(),
  };
}
