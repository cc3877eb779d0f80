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
  policy: z.string().nullable().describe('The cadence policy that asks; null where a person does'),
  delivery: z.enum(['message', 'by-hand']).describe('message: Attune sends the link'),
  remindersSent: z.int(),
});
export type RequestView = z.infer<typeof requestSchema>;

export const viewRequest = ({ expiredAt, ...request }: Request, now: Date): RequestView => ({
  ...request,
  instrument: { ...request.instrument },
  status: statusOf({ ...request, expiredAt }, now),
});
