import { defineEvent } from '../define-event.ts';
import { alert, exampleAlert } from './alert.ts';

export const alertRepairObserved = defineEvent({
  type: 'attune.alerting.alert-repair-observed.v1',
  topic: 'attune.public.alerts',
  title: 'Alert repair observed',
  description:
    'The scores after a rupture say whether the alliance came back to what was usual for the client.',
  schema: alert,
  example: { ...exampleAlert, version: 8, repair: { status: 'repaired', scores: 2 } },
});
