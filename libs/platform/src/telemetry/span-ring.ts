import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace';

export interface RememberedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  /** Milliseconds since 1970, with fractions. */
  readonly startMs: number;
  readonly durationMs: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

const most = 5_000;
const toMs = ([seconds, nanos]: readonly [number, number]) => seconds * 1_000 + nanos / 1e6;

/** Keeps the newest spans in memory, so that a path can be looked at without any backend. */
export class SpanRing implements SpanProcessor {
  private readonly spans: ReadableSpan[] = [];
  private next = 0;

  onStart(): void {}

  onEnd(span: ReadableSpan): void {
    this.spans[this.next] = span;
    this.next = (this.next + 1) % most;
  }

  /** The spans of a trace, or those that name a response. */
  find({ trace, response }: { trace?: string | undefined; response?: string | undefined }): RememberedSpan[] {
    return this.spans
      .filter(
        (span) =>
          (trace !== undefined && span.spanContext().traceId === trace) ||
          (response !== undefined && span.attributes['attune.response_id'] === response),
      )
      .map((span) => ({
        name: span.name,
        traceId: span.spanContext().traceId,
        spanId: span.spanContext().spanId,
        parentSpanId: span.parentSpanContext?.spanId ?? null,
        startMs: toMs(span.startTime),
        durationMs: toMs(span.duration),
        attributes: span.attributes,
      }));
  }

  async forceFlush(): Promise<void> {}
  async shutdown(): Promise<void> {}
}
