import type { RememberedSpan } from '@attune/platform';

/** A finished span as `GET /internal/spans` of a service gives it. */
export interface Span extends RememberedSpan {
  readonly service: string;
}
