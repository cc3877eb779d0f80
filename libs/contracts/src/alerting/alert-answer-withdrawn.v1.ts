import { defineEvent } from '../define-event.ts';
import { exampleIds, id, instant } from '../fields.ts';
import { alert, exampleAlert } from './alert.ts';

export const alertAnswerWithdrawn = defineEvent({
  type: 'attune.alerting.alert-answer-withdrawn.v1',
  topic: 'attune.public.alerts',
  title: 'Answer to an alert withdrawn',
  description:
    'Somebody took back that they had acknowledged the alert, started on it or put it off; it stands as before, also its deadline.',
  schema: alert.extend({
    by: id,
    /** When the answer was given that is taken back. */
    answeredAt: instant,
  }),
  example: {
    ...exampleAlert,
    version: 6,
    changedAt: '2026-11-24T09:00:12.000Z',
    by: exampleIds.therapist,
    answeredAt: '2026-11-24T09:00:00.000Z',
  },
});
