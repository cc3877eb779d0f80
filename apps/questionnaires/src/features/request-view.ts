import { z } from 'zod';
import { requestStatuses, statusOf, type Request } from '../domain/request.ts';
import { instrumentRef } from './instrument.schema.ts';

export const requestSchema = z.object({
  requestId: z.uuid(),
  clientId: z.uuid(),
  instrument: instrumentRef,
  sessionId: z.uuid().nullable(),
  status: z.enum(requestStatuses),
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  responseId: z.uuid().nullable(),
});
export type RequestView = z.infer<typeof requestSchema>;

export const viewRequest = (request: Request, now: Date): RequestView => ({
  ...request,
  instrument: { ...request.instrument },
  status: statusOf(request, now),
});
