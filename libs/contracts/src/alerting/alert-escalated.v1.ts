import { defineEvent } from '../define-event.ts';
import { alert, exampleAlert } from './alert.ts';

export const alertEscalated = defineEvent({
  type: 'attune.alerting.alert-escalated.v1',
  topic: 'attune.public.alerts',
  title: 'Alert escalated',
  description: 'Nobody acknowledged the alert in time; supervisor or clinic lead are to look after it.',
  schema: alert,
  example: {
    ...exampleAlert,
    version: 3,
    escalation: { level: 'supervisor', at: '2026-11-24T10:30:00.020Z' },
  },
});
