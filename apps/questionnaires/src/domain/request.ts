import type { InstrumentRef } from './instrument.ts';

/** That a client was asked to answer an instrument, and what became of it. Instants are RFC 3339. */
export interface Request {
  readonly requestId: string;
  readonly clientId: string;
  readonly instrument: InstrumentRef;
  readonly sessionId: string | null;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly answeredAt: string | null;
  readonly responseId: string | null;
  /** The cadence policy that asks; null where a person does. */
  readonly policy: string | null;
  /** `message`: Attune sends the link; `by-hand`: whoever asked hands it over. */
  readonly delivery: 'message' | 'by-hand';
  /** How many reminders have come due, and how many of them went out. */
  readonly remindersDue: number;
  readonly remindersSent: number;
  /** When the first message about it went out or its link was first opened; null while the client cannot know of it. */
  readonly reachedAt: string | null;
  /** Why the latest message about it did not go out, as a code; null where none was stopped. */
  readonly notReached: string | null;
  /** Set once it has been told that nobody answered in time, until answers come late that were sent in time. */
  readonly expiredAt: string | null;
}

/** What there is to say of a request that has only just been made. */
export const unheard = {
  remindersDue: 0,
  remindersSent: 0,
  reachedAt: null,
  notReached: null,
  expiredAt: null,
} as const satisfies Partial<Request>;

export const requestStatuses = ['open', 'answered', 'revoked', 'expired'] as const;
export type RequestStatus = (typeof requestStatuses)[number];
type Happening = 'answer' | 'revoke' | 'expire';

/** What may happen to a request, by its status. What has expired is still answered by what was sent in time and came late. */
export const requestLifecycle: Readonly<
  Record<RequestStatus, Readonly<Partial<Record<Happening, RequestStatus>>>>
> = {
  open: { answer: 'answered', revoke: 'revoked', expire: 'expired' },
  answered: {},
  revoked: {},
  expired: { answer: 'answered' },
};

export const allows = (status: RequestStatus, happening: Happening): boolean =>
  requestLifecycle[status][happening] !== undefined;

/** The status now. `expiresAt` is the first instant at which the link no longer opens. */
export function statusOf(
  {
    answeredAt,
    revokedAt,
    expiresAt,
    expiredAt,
  }: Pick<Request, 'answeredAt' | 'revokedAt' | 'expiresAt' | 'expiredAt'>,
  now: Date,
): RequestStatus {
  if (answeredAt !== null) return 'answered';
  if (revokedAt !== null) return 'revoked';
  return expiredAt !== null || Date.parse(expiresAt) <= now.getTime() ? 'expired' : 'open';
}

const day = 24 * 60 * 60 * 1000;
const usualDays = 7;
export const mostDays = 90;

/** When a request issued now expires; null where the wish lies in the past or too far ahead. */
export function expiryOf(wish: string | undefined, now: Date): Date | null {
  if (wish === undefined) return new Date(now.getTime() + usualDays * day);
  const at = new Date(wish);
  const ahead = at.getTime() - now.getTime();
  return ahead > 0 && ahead <= mostDays * day ? at : null;
}
