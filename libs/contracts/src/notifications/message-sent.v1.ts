import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant } from '../fields.ts';
import { exampleMessage, message } from './message.ts';

export const messageSent = defineEvent({
  type: 'attune.notifications.message-sent.v1',
  topic: 'attune.public.messages',
  title: 'Message sent',
  description: 'The mail server or SMS provider has accepted the message.',
  schema: message.extend({ sentAt: instant, attempts: z.int().min(1) }),
  example: { ...exampleMessage, sentAt: '2026-11-23T11:00:02.000Z', attempts: 1 },
});
