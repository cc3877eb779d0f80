import type { Answer } from './answer.ts';
import type { InstrumentRef } from './instrument.ts';

/** That a client has answered. `answeredAt` is the time the answers belong to; `submittedAt` when they came in. */
export interface Response {
  readonly responseId: string;
  readonly requestId: string | null;
  readonly clientId: string;
  readonly sessionId: string | null;
  readonly instrument: InstrumentRef;
  readonly answeredAt: string;
  readonly submittedAt: string;
  readonly mode: 'link' | 'staff' | 'import';
  /** Who keyed it in, where it was answered on paper. */
  readonly enteredBy?: string | null | undefined;
}

export interface AnsweredResponse extends Response {
  readonly answers: readonly Answer[];
}

/** A response as it is kept: it never changes, but it may be voided when it belongs to someone else. */
export interface KeptResponse extends Response {
  readonly voided: { readonly at: string; readonly reason: string } | null;
}
