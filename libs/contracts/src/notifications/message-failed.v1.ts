import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { code, instant } from '../fields.ts';
import { exampleMessage, message } from './message.ts';

export const messageFailed = defineEvent({
  type: 'attune.notifications.message-failed.v1',
  topic: 'attune.public.messages',
  title: 'Message failed',
  description: 'The message was given up: the address was refused, or every attempt failed.',
  schema: message.extend({ failedAt: instant, attempts: z.int().min(1), reason: code }),
  example: {
    ...exampleMessage,
    failedAt: '2026-11-23T11:00:02.000Z',
    attempts: 1,
    reason: 'address-refused',
  },
});
