import { defineEvent } from '../define-event.ts';
import { exampleIds, id } from '../fields.ts';
import { alert, exampleAlert } from './alert.ts';

export const alertSnoozed = defineEvent({
  type: 'attune.alerting.alert-snoozed.v1',
  topic: 'attune.public.alerts',
  title: 'Alert snoozed',
  description: 'Somebody has seen the alert and put it off for a while.',
  schema: alert.extend({ by: id }),
  example: {
    ...exampleAlert,
    status: 'acknowledged',
    version: 6,
    snoozedUntil: '2026-11-26T09:00:00.000Z',
    by: exampleIds.therapist,
  },
});
