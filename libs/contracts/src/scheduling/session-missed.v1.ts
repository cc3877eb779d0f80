import { defineEvent } from '../define-event.ts';
import { instant } from '../fields.ts';
import { exampleSession, session } from './session.ts';

export const sessionMissed = defineEvent({
  type: 'attune.scheduling.session-missed.v1',
  topic: 'attune.public.sessions',
  title: 'Session missed',
  description: 'The client did not come (no-show).',
  schema: session.extend({ missedAt: instant }),
  example: { ...exampleSession, missedAt: '2026-11-23T10:55:00.000Z' },
});
