import { defineEvent } from '../define-event.ts';
import { instant } from '../fields.ts';
import { exampleSession, session } from './session.ts';

export const sessionMissedUndone = defineEvent({
  type: 'attune.scheduling.session-missed-undone.v1',
  topic: 'attune.public.sessions',
  title: 'Session missed undone',
  description: 'A no-show was recorded by mistake; the session stands as booked again.',
  schema: session.extend({ undoneAt: instant }),
  example: { ...exampleSession, undoneAt: '2026-11-23T10:55:00.000Z' },
});
