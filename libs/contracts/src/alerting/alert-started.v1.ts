import { defineEvent } from '../define-event.ts';
import { exampleIds, id } from '../fields.ts';
import { alert, exampleAlert } from './alert.ts';

export const alertStarted = defineEvent({
  type: 'attune.alerting.alert-started.v1',
  topic: 'attune.public.alerts',
  title: 'Alert started',
  description: 'Somebody works on the alert; its status is `acknowledged`.',
  schema: alert.extend({ by: id }),
  example: {
    ...exampleAlert,
    status: 'acknowledged',
    version: 6,
    inProgressSince: '2026-11-24T09:00:00.000Z',
    by: exampleIds.therapist,
  },
});
