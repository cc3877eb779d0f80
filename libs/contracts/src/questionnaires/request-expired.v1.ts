import { defineEvent } from '../define-event.ts';
import { instant } from '../fields.ts';
import { exampleRequest, request } from './request.ts';

export const requestExpired = defineEvent({
  type: 'attune.questionnaires.request-expired.v1',
  topic: 'attune.public.requests',
  title: 'Request expired',
  description: 'The time to answer passed without an answer: the client was silent.',
  schema: request.extend({ expiredAt: instant }),
  example: { ...exampleRequest, expiredAt: '2026-11-27T11:00:00.000Z' },
});
