import { defineEvent } from '../define-event.ts';
import { exampleResponse, response } from './response.ts';

export const responseSubmitted = defineEvent({
  type: 'attune.questionnaires.response-submitted.v1',
  topic: 'attune.public.responses',
  title: 'Response submitted',
  description: 'A client answered an instrument. The answers stay inside the platform.',
  schema: response,
  example: exampleResponse,
});
