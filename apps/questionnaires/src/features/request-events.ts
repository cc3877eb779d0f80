import { requestIssued, requestRevoked } from '@attune/contracts';
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

function requestData({ requestId, clientId, instrument, sessionId, issuedAt, expiresAt }: Request) {
  return { requestId, clientId, instrument: { ...instrument }, sessionId, issuedAt, expiresAt };
}
