import { contractOf, topics, type EventToAppend } from '@attune/contracts';
import { ErrorToLog, originTime, type Transaction } from '@attune/platform';
import { context, propagation } from '@opentelemetry/api';
import { v7 as newId } from 'uuid';
import { mutated } from '../mutation.ts';
import { signals } from '../signals.ts';
import { insertOutbox, type OutboxEvent } from './outbox.store.ts';
import { appendAfterwards } from './outside-transaction.mutation.ts';
import { shardOf } from './shard.ts';

const keyField = new Map<string, string>(topics.map(({ name, keyedBy }) => [name, keyedBy]));

/** What the transactions under way will have written when they commit. */
const collected = new WeakMap<Transaction, OutboxEvent[]>();

/**
 * Puts events into the outbox of the transaction that causes them: they are published if, and only if, it commits.
 * All events of a transaction are written together, just before the commit. Each gets the next number of its topic and
 * key; whoever writes to the same key waits until this transaction ends, which then is at once.
 * @throws Error outside of an open transaction, for an event without contract, for data that breaks its contract, or
 *   for a key that is not the data's own, because then the order of its life would be lost
 */
export function append(tx: Transaction, ...events: readonly EventToAppend[]): void {
  if (!tx.active) throw new Error('Events are appended inside of an open transaction only');
  const cause = { originTime: originTime(), traceparent: currentTraceparent() };
  const rows = events.map((event) => toRow(event, cause));
  const earlier = collected.get(tx);
  if (earlier) {
    earlier.push(...rows);
    return;
  }
  collected.set(tx, rows);
  tx.beforeCommit(() => {
    // One that is appended later still, by another who acts just before the commit, gets a writing of its own.
    collected.delete(tx);
    write(tx, rows);
  });
}

function write(tx: Transaction, rows: readonly OutboxEvent[]): void {
  if (rows.length === 0) return;
  if (mutated('outbox-outside-transaction')) {
    appendAfterwards(tx, rows);
    return;
  }
  insertOutbox(tx, rows);
  const shards = [...new Set(rows.map(({ shard }) => shard))];
  tx.afterCommit(() => {
    signals.emit('appended', shards);
  });
}

function toRow(event: EventToAppend, cause: Pick<OutboxEvent, 'originTime' | 'traceparent'>): OutboxEvent {
  const { type, topic, key, subject, source, dataschema, time } = event;
  const contract = contractOf(type);
  if (!contract) throw new ErrorToLog(`There is no contract for ${type}`);
  const data = contract.schema.safeParse(event.data);
  if (!data.success) {
    const paths = data.error.issues.map(({ path }) => path.join('.'));
    throw new ErrorToLog(`The data of ${type} breaks its contract at ${[...new Set(paths)].join(', ')}`);
  }
  const keyedBy = keyField.get(topic) ?? '';
  if (data.data[keyedBy] !== key) throw new ErrorToLog(`The key of ${type} is not its ${keyedBy}`);
  return {
    shard: shardOf(topic, key),
    topic,
    key,
    eventId: newId(),
    type,
    subject,
    source,
    dataschema,
    time,
    data: JSON.stringify(data.data),
    ...cause,
  };
}

function currentTraceparent(): string | null {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}
