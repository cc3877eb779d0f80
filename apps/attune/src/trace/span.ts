/** A finished span as `GET /internal/spans` gives it. */
export interface Span {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  /** RFC 3339 with milliseconds and, where the service gives them, fractions of them in `startUnixMs`. */
  readonly startMs: number;
  readonly durationMs: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}
