import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant } from '../fields.ts';
import { exampleRequest, request } from './request.ts';

export const requestExpired = defineEvent({
  type: 'attune.questionnaires.request-expired.v1',
  topic: 'attune.public.requests',
  title: 'Request expired',
  description:
    'The time to answer passed without an answer: a client who was reached was silent. Told once more where it is heard only afterwards that a message had gone out.',
  schema: request.extend({
    expiredAt: instant,
    /** Whether a message went out or a link was opened; without either nobody was asked. Absent before this was kept. */
    reached: z.boolean().optional(),
  }),
  example: { ...exampleRequest, expiredAt: '2026-11-27T11:00:00.000Z', reached: true },
});
