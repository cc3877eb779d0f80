import { defineEvent } from '../define-event.ts';
import { answersSubmitted } from './answers-submitted.v1.ts';

export const answersRepublished = defineEvent({
  type: 'attune.questionnaires.answers-republished.v1',
  topic: 'attune.internal.answers',
  title: 'Answers republished',
  description: 'The answers of an earlier response, to be scored again by the key as it is now.',
  schema: answersSubmitted.schema,
  example: answersSubmitted.example,
});
