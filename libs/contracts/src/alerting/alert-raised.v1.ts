import { defineEvent } from '../define-event.ts';
import { alert, exampleAlert } from './alert.ts';

export const alertRaised = defineEvent({
  type: 'attune.alerting.alert-raised.v1',
  topic: 'attune.public.alerts',
  title: 'Alert raised',
  description: 'A concern about a client now waits for its recipient.',
  schema: alert,
  example: exampleAlert,
});
