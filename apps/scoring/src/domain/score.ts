import type { ScaleScore } from '@attune/clinical';

/** What one response came to, and by which rules of calculation. */
export interface Score {
  readonly scoreId: string;
  readonly responseId: string;
  readonly clientId: string;
  readonly sessionId: string | null;
  readonly instrument: { readonly url: string; readonly version: string };
  readonly answeredAt: string;
  readonly submittedAt: string;
  readonly scales: readonly ScaleScore[];
  readonly engine: string;
  /** SHA-256 of the key that was applied; null in scores from before it was recorded. */
  readonly keyHash: string | null;
}

/** A score as it stands now. */
export interface StandingScore extends Score {
  /** When a corrected key last changed what it came to; null where none did. */
  readonly correctedAt: string | null;
}
