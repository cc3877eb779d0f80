import { z } from 'zod';
import { ruleWarnings } from '../keep-rule-sets/rule-set.schema.ts';

export const trialSchema = z.object({
  days: z.int(),
  scores: z.int().describe('Scores of the period that the rules have looked at'),
  clients: z.int().describe('Clients with such a score'),
  signallingScores: z.int().describe('Scores of the period that a rule speaks about'),
  alerts: z
    .int()
    .describe(
      'As the platform raises them: one is open for each client and concern, and what signals meanwhile joins it. ' +
        'When people would have answered is not known: an alert is taken to be over with the first score of that ' +
        'concern that no rule speaks about',
    ),
  clientsWithAlert: z.int(),
  alertsPer100Scores: z.number().describe('Alerts, not signalling scores'),
  summary: z.string(),
  warnings: ruleWarnings,
  items: z
    .array(
      z.object({
        clientId: z.uuid(),
        concern: z.enum(['alliance', 'outcome', 'safety', 'attendance']),
        answeredAt: z.iso.datetime().describe('Of the first score in it'),
        scores: z.int().describe('How many scores signalled while it was open, the first included'),
        severity: z.enum(['low', 'medium', 'high']),
        rules: z.array(z.string()),
        reason: z.string().describe('What was seen in the first score'),
      }),
    )
    .nullable()
    .describe('The newest first, at most 500; null for those who may not see clients'),
});
export type Trial = z.infer<typeof trialSchema>;
