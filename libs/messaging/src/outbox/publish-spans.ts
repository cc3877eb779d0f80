import { tracer } from '@attune/platform';
import { propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { measure } from '../telemetry.ts';
import type { OutboxRow } from './outbox-row.ts';

/** Begins a span for each event of a batch; the function that it returns ends them, with the error if there is one. */
export function publishSpans(rows: readonly OutboxRow[], startTime: number): (error?: unknown) => void {
  const spans = rows.map((row) => {
    const parent = propagation.extract(ROOT_CONTEXT, { traceparent: row.traceparent ?? '' });
    const attributes = {
      'attune.event.id': row.event_id,
      'attune.event.type': row.type,
      'attune.event.topic': row.topic,
      'attune.event.sequence': Number(row.sequence),
    };
    return tracer().startSpan(
      `publish ${row.type}`,
      { kind: SpanKind.PRODUCER, attributes, startTime },
      parent,
    );
  });
  return (error) => {
    const now = Date.now();
    spans.forEach((span, i) => {
      const row = rows[i];
      if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
      else if (row) measure.commitToBroker(now - row.appended_at.getTime(), row.type);
      span.end();
    });
  };
}
