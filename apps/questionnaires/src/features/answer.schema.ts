import { z } from 'zod';

export const answerSchema = z.object({
  linkId: z.string().max(64),
  value: z.number().nullable().describe('One of the options of the item; null where it was left open'),
  text: z.string().max(4000).optional().describe('Words, a date or a time, for items that ask for them'),
  values: z.array(z.number()).max(50).readonly().optional().describe('For items that take several options'),
});

/** More answers than any instrument has items are refused before anything looks at them. */
export const answersSchema = z.array(answerSchema).max(200);
