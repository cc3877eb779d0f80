import { defineEvent } from '../define-event.ts';
import { code, instant } from '../fields.ts';
import { exampleMessage, message } from './message.ts';

export const messageWithheld = defineEvent({
  type: 'attune.notifications.message-withheld.v1',
  topic: 'attune.public.messages',
  title: 'Message withheld',
  description: 'Nothing was sent: no consent, no contact, opted out, or there is nothing to say any more.',
  schema: message.extend({ withheldAt: instant, reason: code }),
  example: { ...exampleMessage, withheldAt: '2026-11-23T11:00:02.000Z', reason: 'no-consent' },
});
