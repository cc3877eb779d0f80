import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { linkId } from '../fields.ts';
import { exampleResponse, response } from './response.ts';

export const answersSubmitted = defineEvent({
  type: 'attune.questionnaires.answers-submitted.v1',
  topic: 'attune.internal.answers',
  title: 'Answers submitted',
  description: 'The answers of a response, for scoring alone. An item without an answer is null.',
  schema: response.extend({ items: z.array(z.object({ linkId, value: z.number().nullable() })) }),
  example: { ...exampleResponse, items: [{ linkId: 'goals-1', value: 4 }] },
});
