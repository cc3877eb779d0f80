import { defineEvent } from '../define-event.ts';
import { instant } from '../fields.ts';
import { exampleSession, session } from './session.ts';

export const sessionCompleted = defineEvent({
  type: 'attune.scheduling.session-completed.v1',
  topic: 'attune.public.sessions',
  title: 'Session completed',
  description: 'The session took place.',
  schema: session.extend({ completedAt: instant }),
  example: { ...exampleSession, completedAt: '2026-11-23T10:55:00.000Z' },
});
