import { z } from 'zod';
import { answerSchema } from './answer.schema.ts';

/** The last instant that a date can hold. */
const lastInstant = 8_640_000_000_000_000;

export const draftAnswer = answerSchema.extend({
  writtenAt: z
    .int()
    .min(0)
    .max(lastInstant)
    .describe(
      'Milliseconds by the writer’s clock, later than that of the answer it had read: the later one stands',
    ),
});
export const draftSchema = z.array(draftAnswer).max(200);
export type DraftView = z.infer<typeof draftSchema>;
