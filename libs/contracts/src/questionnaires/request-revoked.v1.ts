import { defineEvent } from '../define-event.ts';
import { instant } from '../fields.ts';
import { exampleRequest, request } from './request.ts';

export const requestRevoked = defineEvent({
  type: 'attune.questionnaires.request-revoked.v1',
  topic: 'attune.public.requests',
  title: 'Request revoked',
  description: 'The request was taken back; its link no longer opens.',
  schema: request.extend({ revokedAt: instant }),
  example: { ...exampleRequest, revokedAt: '2026-11-23T12:00:00.000Z' },
});
