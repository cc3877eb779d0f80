import { z } from 'zod';
import { answersSchema } from '../answer.schema.ts';
import { instrumentRef } from '../instrument.schema.ts';

export const paper = z.object({
  clientId: z.uuid(),
  instrument: instrumentRef.partial({ version: true }),
  sessionId: z.uuid().nullish(),
  answeredAt: z.iso
    .datetime()
    .describe('When the client filled it in; not in the future, nor longer than 50 years ago'),
  answers: answersSchema,
});
export type Paper = z.infer<typeof paper>;
