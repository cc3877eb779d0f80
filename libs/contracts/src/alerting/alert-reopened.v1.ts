import { defineEvent } from '../define-event.ts';
import { exampleIds, id } from '../fields.ts';
import { alert, exampleAlert } from './alert.ts';

export const alertReopened = defineEvent({
  type: 'attune.alerting.alert-reopened.v1',
  topic: 'attune.public.alerts',
  title: 'Alert reopened',
  description: 'A closed or snoozed alert waits again. Without a person the time of its snooze has passed.',
  schema: alert.extend({ by: id.nullable() }),
  example: { ...exampleAlert, version: 7, by: exampleIds.therapist },
});
