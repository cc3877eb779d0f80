import { z } from 'zod';
import type { KeptResponse } from '../domain/response.ts';
import { answerSchema } from './answer.schema.ts';
import { instrumentRef } from './instrument.schema.ts';

export const responseSchema = z.object({
  responseId: z.uuid(),
  requestId: z.uuid().nullable(),
  clientId: z.uuid(),
  sessionId: z.uuid().nullable(),
  instrument: instrumentRef,
  answeredAt: z.iso.datetime().describe('The time that the answers belong to'),
  submittedAt: z.iso.datetime(),
  mode: z.enum(['link', 'staff', 'import']),
  enteredBy: z.uuid().nullable().describe('Who keyed it in, where it was answered on paper'),
  voided: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
});
export type ResponseView = z.infer<typeof responseSchema>;

export const responseWithAnswers = responseSchema.extend({
  answers: z
    .array(answerSchema)
    .nullable()
    .describe('Null for everyone but those who treat the client or supervise it'),
});

export const viewResponse = (response: KeptResponse): ResponseView => {
  const { responseId, requestId, clientId, sessionId, answeredAt, submittedAt, mode } = response;
  const { enteredBy = null } = response;
  const instrument = { ...response.instrument };
  const voided = response.voided && { ...response.voided };
  return {
    ...{ responseId, requestId, clientId, sessionId, instrument, answeredAt, submittedAt, mode, enteredBy },
    voided,
  };
};
