import { contractOf, headers as names } from '@attune/contracts';
import { tracer, withOriginTime, type Transaction } from '@attune/platform';
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
import { measure } from '../telemetry.ts';
import { contractBroken, Unreadable } from './failures.ts';
import type { ReceivedEvent } from './received-event.ts';

/** Runs the handler of an event's type to its end; undefined where the consumer has none. */
export type FindHandler = (
  type: string,
) => ((data: unknown, context: EventContextData) => Promise<void>) | undefined;

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
    tx.afterCommit(() => {
      measure.unknown({ consumer, topic: event.topic });
    });
    return;
  }
  const parsed = contract.schema.safeParse(readJson(event.value));
  if (!parsed.success) throw new Unreadable(contractBroken(parsed.error.issues));
  const data = parsed.data;
  const given = toContext(tx, type, event);
  await traced(consumer, event, given, data, () => handler(data, given));
}

function traced(
  consumer: string,
  event: ReceivedEvent,
  { tx, event: { id, type, originTime } }: EventContextData,
  data: Record<string, unknown>,
  work: () => Promise<void>,
): Promise<void> {
  const began = Date.now();
  measure.brokerToHandler(began - event.publishedAt, type);
  const parent = propagation.extract(ROOT_CONTEXT, event.headers);
  const attributes = {
    'attune.event.id': id,
    'attune.event.type': type,
    'attune.event.topic': event.topic,
    'attune.event.sequence': Number(event.sequence),
    'attune.consumer': consumer,
    ...(typeof data.responseId === 'string' && { 'attune.response_id': data.responseId }),
  };
  const span = tracer().startSpan(`consume ${type}`, { kind: SpanKind.CONSUMER, attributes }, parent);
  // The effect is there when it is committed, so that is when the span ends.
  tx.afterCommit(() => {
    measure.handler(Date.now() - began, type);
    span.end();
  });
  return context.with(trace.setSpan(parent, span), () =>
    withOriginTime(originTime, () => orFail(span, work)),
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
  const time = new Date(headers[names.time] ?? '');
  const origin = new Date(headers[names.origintime] ?? '');
  return {
    tx,
    event: {
      id: headers[names.id] ?? '',
      type,
      topic,
      key,
      sequence: Number(sequence),
      time,
      subject: headers[names.subject] ?? '',
      originTime: Number.isNaN(origin.getTime()) ? time : origin,
    },
  };
}
