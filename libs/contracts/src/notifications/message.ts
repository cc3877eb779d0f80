import { z } from 'zod';
import { exampleIds, id } from '../fields.ts';

/** A message that leaves the platform: to whom and why, never what it says or where it goes. */
export const message = z.object({
  messageId: id,
  personId: id,
  purpose: z.enum(['invitation', 'reminder', 'alert', 'digest']),
  channel: z.enum(['email', 'sms']),
  /** The request that an invitation or reminder is about. */
  requestId: id.nullable(),
});

export const exampleMessage: z.infer<typeof message> = {
  messageId: exampleIds.message,
  personId: exampleIds.client,
  purpose: 'invitation',
  channel: 'email',
  requestId: exampleIds.request,
};
