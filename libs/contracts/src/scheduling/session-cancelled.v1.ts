import { defineEvent } from '../define-event.ts';
import { instant } from '../fields.ts';
import { exampleSession, session } from './session.ts';

export const sessionCancelled = defineEvent({
  type: 'attune.scheduling.session-cancelled.v1',
  topic: 'attune.public.sessions',
  title: 'Session cancelled',
  description: 'The session was called off before it began.',
  schema: session.extend({ cancelledAt: instant }),
  example: { ...exampleSession, cancelledAt: '2026-11-23T10:55:00.000Z' },
});
