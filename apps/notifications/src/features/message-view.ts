import { z } from 'zod';
import { messageStatuses, purposes } from '../domain/message.ts';
import type { ListedMessage } from '../store/message.store.ts';

const instant = z.iso.datetime();

/** A message with its state; what it said is kept nowhere. */
export const messageSchema = z.object({
  messageId: z.uuid(),
  personId: z.uuid(),
  purpose: z.enum(purposes),
  channel: z.enum(['email', 'sms']).nullable().describe('Null until it is first sent'),
  requestId: z.uuid().nullable(),
  alertId: z.uuid().nullable(),
  status: z.enum(messageStatuses),
  attempts: z.int(),
  createdAt: instant,
  dueAt: instant.describe('When it may be sent, or tried again'),
  settledAt: instant.nullable(),
  reason: z.string().nullable(),
});
export type MessageView = z.infer<typeof messageSchema>;

export const viewMessage = ({ createdAt, dueAt, settledAt, ...message }: ListedMessage): MessageView => ({
  ...message,
  createdAt: createdAt.toISOString(),
  dueAt: dueAt.toISOString(),
  settledAt: settledAt?.toISOString() ?? null,
});
