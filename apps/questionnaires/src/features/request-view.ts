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
  remindersSent: z.int().describe('How many reminders went out'),
  reachedAt: z.iso
    .datetime()
    .nullable()
    .describe('When a message about it first went out, or its link was first opened'),
  notReached: z
    .string()
    .nullable()
    .describe('Why the latest message about it did not go out, such as no-consent or opted-out'),
});
export type RequestView = z.infer<typeof requestSchema>;

export const viewRequest = (
  { expiredAt, remindersDue: _due, ...request }: Request,
  now: Date,
): RequestView => ({
  ...request,
  instrument: { ...request.instrument },
  status: statusOf({ ...request, expiredAt }, now),
});
