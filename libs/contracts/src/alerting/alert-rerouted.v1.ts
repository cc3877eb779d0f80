import { defineEvent } from '../define-event.ts';
import { exampleIds, id } from '../fields.ts';
import { alert, exampleAlert } from './alert.ts';

export const alertRerouted = defineEvent({
  type: 'attune.alerting.alert-rerouted.v1',
  topic: 'attune.public.alerts',
  title: 'Alert rerouted',
  description: 'The recipient or the watchers changed: a handover, a cover, or by hand.',
  schema: alert.extend({ previousRecipientId: id.nullable() }),
  example: { ...exampleAlert, version: 4, previousRecipientId: exampleIds.supervisor },
});
