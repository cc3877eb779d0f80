import { requestExpired, requestIssued, requestReminderDue, requestRevoked } from '@attune/contracts';
import type { Request } from '../domain/request.ts';

export function issuedEvent(request: Request) {
  const { clientId, requestId, issuedAt } = request;
  return requestIssued.event({
    key: clientId,
    subject: requestId,
    time: new Date(issuedAt),
    data: requestData(request),
  });
}

export function revokedEvent(request: Request, at: Date) {
  const { clientId, requestId } = request;
  const data = { ...requestData(request), revokedAt: at.toISOString() };
  return requestRevoked.event({ key: clientId, subject: requestId, time: at, data });
}

/** @param reminder which one of this request it is, from 1 */
export function reminderDueEvent(request: Request, reminder: number, at: Date) {
  const { clientId, requestId } = request;
  const data = { ...requestData(request), reminder };
  return requestReminderDue.event({ key: clientId, subject: requestId, time: at, data });
}

/** @param at when that was noticed; the time to answer may have passed before */
export function expiredEvent(request: Request, at: Date) {
  const { clientId, requestId, expiresAt: expiredAt } = request;
  const data = { ...requestData(request), expiredAt, reached: request.reachedAt !== null };
  return requestExpired.event({ key: clientId, subject: requestId, time: at, data });
}

function requestData(request: Request) {
  const { requestId, clientId, instrument, sessionId, issuedAt, expiresAt, policy, delivery } = request;
  const asked = { requestId, clientId, instrument: { ...instrument }, sessionId, issuedAt, expiresAt };
  return { ...asked, ...(policy !== null && { policy }), delivery };
}
