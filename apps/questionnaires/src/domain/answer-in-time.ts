import { statusOf, type Request } from './request.ts';

/** How long after the end answers are waited for that a client sent before it, without a connection. */
const grace = 24 * 60 * 60 * 1000;

/**
 * When the answers that come in now were given; null where that is too late, or the request is not to be answered any
 * more. While it is open, our own clock tells. Afterwards, for a day, the client's device says when they were sent: on
 * a train, in the last hour. A device whose clock is behind cannot have been answered before it was asked.
 */
export function answeredInTime(
  request: Pick<Request, 'issuedAt' | 'expiresAt' | 'answeredAt' | 'revokedAt' | 'expiredAt'>,
  toldAt: string | undefined,
  now: Date,
): Date | null {
  const status = statusOf(request, now);
  if (status === 'open') return now;
  if (status !== 'expired' || toldAt === undefined) return null;
  const [from, to] = [Date.parse(request.issuedAt), Date.parse(request.expiresAt)];
  const at = Math.max(Date.parse(toldAt), from);
  return at < to && at <= now.getTime() && now.getTime() < to + grace ? new Date(at) : null;
}
