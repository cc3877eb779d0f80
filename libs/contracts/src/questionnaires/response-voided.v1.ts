import { defineEvent } from '../define-event.ts';
import { exampleVoided, voided } from './response.ts';

export const responseVoided = defineEvent({
  type: 'attune.questionnaires.response-voided.v1',
  topic: 'attune.public.responses',
  title: 'Response voided',
  description: 'A response does not count: it belongs to somebody else. Its scores are withdrawn.',
  schema: voided,
  example: exampleVoided,
});
