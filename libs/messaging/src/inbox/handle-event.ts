import { contractOf, headers as names } from '@attune/contracts';
import {
  meter,
  millisecondBuckets,
  originTime,
  tracer,
  withOriginTime,
  type Transaction,
} from '@attune/platform';
import {
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { EventContextData } from '../nest/event-context.ts';
import { Unreadable } from './failures.ts';
import type { ReceivedEvent } from './received-event.ts';

/** Runs the handler of an event's type to its end; undefined where the consumer has none. */
export type FindHandler = (
  type: string,
) => ((data: unknown, context: EventContextData) => Promise<void>) | undefined;

const toHandler = meter().createHistogram('attune_broker_to_handler', {
  unit: 'ms',
  description: 'from the broker to the start of the handler',
  advice: { explicitBucketBoundaries: millisecondBuckets },
});
const unknown = meter().createCounter('attune_events_unknown', {
  description: 'events of types nobody here handles',
});

/**
 * Hands an event to its handler inside of the transaction. A type without a handler is acknowledged: a newer producer
 * may say more than this consumer understands.
 */
export async function handleEvent(
  tx: Transaction,
  consumer: string,
  event: ReceivedEvent,
  find: FindHandler,
) {
  if (event.malformed !== null) throw new Unreadable(event.malformed);
  const type = event.headers[names.type] ?? '';
  const handler = find(type);
  const contract = contractOf(type);
  if (!handler || !contract) {
    unknown.add(1, { consumer, type: contract ? type : 'unknown' });
    return;
  }
  const parsed = contract.schema.safeParse(readJson(event.value));
  if (!parsed.success) throw new Unreadable('contract-broken');
  const data = parsed.data;
  toHandler.record(Math.max(0, Date.now() - event.publishedAt), { consumer, type });
  await traced(tx, consumer, type, event, data, () => handler(data, toContext(tx, type, event)));
}

function traced(
  tx: Transaction,
  consumer: string,
  type: string,
  event: ReceivedEvent,
  data: Record<string, unknown>,
  work: () => Promise<void>,
): Promise<void> {
  const parent = propagation.extract(ROOT_CONTEXT, event.headers);
  const attributes = {
    'attune.event.id': event.headers[names.id] ?? '',
    'attune.event.type': type,
    'attune.topic': event.topic,
    'attune.sequence': Number(event.sequence),
    'attune.consumer': consumer,
    ...(typeof data.responseId === 'string' && { 'attune.response_id': data.responseId }),
  };
  const span = tracer().startSpan(`consume ${type}`, { kind: SpanKind.CONSUMER, attributes }, parent);
  // The effect is there when it is committed, so that is when the span ends.
  tx.afterCommit(() => {
    span.end();
  });
  const began = Date.parse(event.headers[names.origintime] ?? '');
  return context.with(trace.setSpan(parent, span), () =>
    withOriginTime(Number.isNaN(began) ? originTime() : new Date(began), () => orFail(span, work)),
  );
}

async function orFail(span: Span, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    throw error;
  }
}

function readJson(value: string | null): unknown {
  try {
    return JSON.parse(value ?? '');
  } catch {
    // JSON.parse quotes what it was given.
    throw new Unreadable('json-malformed');
  }
}

function toContext(
  tx: Transaction,
  type: string,
  { topic, key, sequence, headers }: ReceivedEvent,
): EventContextData {
  return {
    tx,
    event: {
      id: headers[names.id] ?? '',
      type,
      topic,
      key,
      sequence: Number(sequence),
      time: new Date(headers[names.time] ?? ''),
      subject: headers[names.subject] ?? '',
    },
  };
}
