import { z } from 'zod';
import type { StandingScore } from '../../domain/score.ts';

const scaleSchema = z.object({
  scale: z.string(),
  value: z.number().nullable().describe('In the unit of the scale; null when too many items are missing'),
  band: z.string().nullable(),
  answered: z.int(),
  items: z.int(),
  status: z.enum(['scored', 'not-scorable']),
});

export const scoreSchema = z.object({
  scoreId: z.uuid(),
  responseId: z.uuid(),
  clientId: z.uuid(),
  sessionId: z.uuid().nullable(),
  instrument: z.object({ url: z.string(), version: z.string() }),
  answeredAt: z.iso.datetime(),
  submittedAt: z.iso.datetime(),
  scales: z.array(scaleSchema),
  engine: z.string(),
  keyHash: z.string().nullable().describe('SHA-256 of the key that was applied; null in early scores'),
});
export type ScoreView = z.infer<typeof scoreSchema>;

export const viewScore = ({ correctedAt: _, ...score }: StandingScore): ScoreView => ({
  ...score,
  scales: [...score.scales],
});
