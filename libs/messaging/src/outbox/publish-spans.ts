import { meter, millisecondBuckets, tracer } from '@attune/platform';
import { propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { OutboxRow } from './outbox-row.ts';

const toBroker = meter().createHistogram('attune_commit_to_broker', {
  unit: 'ms',
  description: 'from the append of an event to the acknowledgement of the broker',
  advice: { explicitBucketBoundaries: millisecondBuckets },
});

/** Begins a span for each event of a batch; the function that it returns ends them, with the error if there is one. */
export function publishSpans(rows: readonly OutboxRow[], startTime: number): (error?: unknown) => void {
  const spans = rows.map((row) => {
    const parent = propagation.extract(ROOT_CONTEXT, { traceparent: row.traceparent ?? '' });
    const attributes = {
      'attune.event.id': row.event_id,
      'attune.event.type': row.type,
      'attune.topic': row.topic,
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
      if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
      else
        toBroker.record(Math.max(0, now - (rows[i]?.appended_at.getTime() ?? now)), {
          type: rows[i]?.type ?? '',
        });
      span.end();
    });
  };
}
