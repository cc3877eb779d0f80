import { defineEvent } from '../define-event.ts';
import { alert, exampleAlert } from './alert.ts';

export const alertSignalWithdrawn = defineEvent({
  type: 'attune.alerting.alert-signal-withdrawn.v1',
  topic: 'attune.public.alerts',
  title: 'Signal withdrawn from an alert',
  description: 'A response behind the alert was voided or scored anew, so its signal no longer counts.',
  schema: alert,
  example: { ...exampleAlert, version: 3 },
});
