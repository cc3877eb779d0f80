import { defineEvent } from '../define-event.ts';
import { alert, exampleAlert } from './alert.ts';

export const alertSignalAdded = defineEvent({
  type: 'attune.alerting.alert-signal-added.v1',
  topic: 'attune.public.alerts',
  title: 'Signal added to an alert',
  description: 'A further signal joined an alert that is not resolved; its severity may have risen.',
  schema: alert,
  example: { ...exampleAlert, version: 2 },
});
