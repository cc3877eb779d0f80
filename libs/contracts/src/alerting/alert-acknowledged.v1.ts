import { defineEvent } from '../define-event.ts';
import { exampleIds, id } from '../fields.ts';
import { alert, exampleAlert } from './alert.ts';

export const alertAcknowledged = defineEvent({
  type: 'attune.alerting.alert-acknowledged.v1',
  topic: 'attune.public.alerts',
  title: 'Alert acknowledged',
  description: 'Somebody has taken the alert in hand.',
  schema: alert.extend({ by: id }),
  example: { ...exampleAlert, status: 'acknowledged', version: 5, by: exampleIds.therapist },
});
