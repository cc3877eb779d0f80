import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleRequest, request } from './request.ts';

export const requestReminderDue = defineEvent({
  type: 'attune.questionnaires.request-reminder-due.v1',
  topic: 'attune.public.requests',
  title: 'Request reminder due',
  description: 'The client has not answered yet and may be reminded.',
  schema: request.extend({
    /** Which reminder of this request it is, from 1. */
    reminder: z.int().min(1),
  }),
  example: { ...exampleRequest, reminder: 1 },
});
