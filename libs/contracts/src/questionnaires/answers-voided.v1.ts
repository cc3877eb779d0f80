import { defineEvent } from '../define-event.ts';
import { exampleVoided, voided } from './response.ts';

export const answersVoided = defineEvent({
  type: 'attune.questionnaires.answers-voided.v1',
  topic: 'attune.internal.answers',
  title: 'Answers voided',
  description: 'The answers of a voided response must not be scored, or no longer count.',
  schema: voided,
  example: exampleVoided,
});
