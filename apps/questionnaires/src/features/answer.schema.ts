import { z } from 'zod';

export const answerSchema = z.object({
  linkId: z.string().max(64),
  value: z.number().nullable().describe('One of the options of the item; null where it was left open'),
});

/** More answers than any instrument has items are refused before anything looks at them. */
export const answersSchema = z.array(answerSchema).max(200);
