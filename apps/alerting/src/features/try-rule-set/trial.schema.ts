import { z } from 'zod';

export const trialSchema = z.object({
  days: z.int(),
  scores: z.int().describe('Scores of the period that the rules have looked at'),
  clients: z.int().describe('Clients with such a score'),
  alerts: z.int(),
  clientsWithAlert: z.int(),
  alertsPer100Scores: z.number(),
  summary: z.string(),
  items: z
    .array(
      z.object({
        clientId: z.uuid(),
        answeredAt: z.iso.datetime(),
        severity: z.enum(['low', 'medium', 'high']),
        rules: z.array(z.string()),
        reason: z.string(),
      }),
    )
    .nullable()
    .describe('The newest first, at most 500; null for those who may not see clients'),
});
export type Trial = z.infer<typeof trialSchema>;
