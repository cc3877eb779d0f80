import { defineEvent } from '../define-event.ts';
import { exampleRequest, request } from './request.ts';

export const requestIssued = defineEvent({
  type: 'attune.questionnaires.request-issued.v1',
  topic: 'attune.public.requests',
  title: 'Request issued',
  description: 'A client was asked to answer an instrument.',
  schema: request,
  example: exampleRequest,
});
