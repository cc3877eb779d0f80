import { defineEvent } from '../define-event.ts';
import { z } from 'zod';
import { exampleIds, id } from '../fields.ts';
import { alert, exampleAlert } from './alert.ts';

export const alertResolved = defineEvent({
  type: 'attune.alerting.alert-resolved.v1',
  topic: 'attune.public.alerts',
  title: 'Alert resolved',
  description:
    'The alert is closed. Without a person it closed itself, because no signal of it stands any more.',
  schema: alert.extend({
    by: id.nullable(),
    outcome: z.enum(['repaired', 'discussed', 'not-a-rupture', 'care-ended', 'withdrawn', 'other']),
  }),
  example: {
    ...exampleAlert,
    status: 'resolved',
    version: 6,
    by: exampleIds.therapist,
    outcome: 'repaired',
  },
});
