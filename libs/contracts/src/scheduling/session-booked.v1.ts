import { defineEvent } from '../define-event.ts';
import { exampleSession, session } from './session.ts';

export const sessionBooked = defineEvent({
  type: 'attune.scheduling.session-booked.v1',
  topic: 'attune.public.sessions',
  title: 'Session booked',
  description: 'A session was planned.',
  schema: session,
  example: exampleSession,
});
