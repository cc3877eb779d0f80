import { z } from 'zod';
import { freshnessFields } from '../../freshness.ts';
import { clientSchema } from '../client-view.ts';

const instant = z.iso.datetime();

const seriesSchema = z.object({
  instrumentUrl: z.string(),
  scale: z.string(),
  instrumentTitle: z.string().nullable(),
  title: z.string().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  higherIsBetter: z.boolean().nullable(),
  bands: z.array(z.object({ code: z.string(), from: z.number(), to: z.number() })),
  points: z.array(
    z.object({
      responseId: z.uuid(),
      sessionId: z.uuid().nullable(),
      answeredAt: instant,
      value: z.number().nullable().describe('Null when too many items were missing'),
      band: z.string().nullable(),
    }),
  ),
});

const sessionSchema = z.object({
  sessionId: z.uuid(),
  therapistId: z.uuid(),
  startsAt: instant,
  endsAt: instant,
  zone: z.string(),
  status: z.enum(['booked', 'completed', 'cancelled', 'missed']),
});

export const courseSchema = clientSchema.extend({
  series: z.array(seriesSchema),
  sessions: z.array(sessionSchema).describe('The latest hundred, the newest first'),
  ...freshnessFields,
});
export type CourseView = z.infer<typeof courseSchema>;
