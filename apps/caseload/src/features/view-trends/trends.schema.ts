import { pageLimit, zoneSchema } from '@attune/platform';
import { z } from 'zod';
import { freshnessFields } from '../../freshness.ts';
import { measures } from '../../store/trends.sql.ts';

const date = z.iso.date().refine((day) => day >= '1900' && day < '2200', 'Name a year from 1900 to 2199.');
const by = z.enum(['week', 'month']).default('week');
const therapistId = z
  .uuid()
  .optional()
  .describe('Sessions of this therapist; the rest of those whom this therapist treated at the time');
const supervisorId = z
  .uuid()
  .optional()
  .describe('Of those alone whom this supervisor supervised at the time, whoever treated them');

export const trendsQuery = z.object({
  by,
  count: z.coerce.number().int().min(1).max(60).default(12).describe('How many weeks or months'),
  until: date.optional().describe('A day of the last of them; today in the zone unless told'),
  zone: zoneSchema.default('UTC'),
  therapistId,
  supervisorId,
});
export const rowsQuery = z.object({
  measure: z.enum(measures),
  by,
  start: date.describe('A day of the week or month'),
  zone: zoneSchema.default('UTC'),
  therapistId,
  supervisorId,
  cursor: z.string().optional(),
  limit: pageLimit(),
});

const instant = z.iso.datetime();
const count = z.int().nullable();
const period = z.object({
  start: z.iso.date(),
  from: instant,
  to: instant,
  over: z.boolean().describe('False while it runs: its numbers still grow'),
  counts: z
    .object(Object.fromEntries(measures.map((measure) => [measure, count])) as Record<Measured, typeof count>)
    .describe(
      'GET /api/caseload/trends/rows lists what each counts; null before the first record of its kind, which is no zero',
    ),
  alliance: z
    .object({
      mean: z.number().nullable().describe('Null of fewer than five clients'),
      clients: z.int().nullable().describe('Null before the first score'),
    })
    .describe('Each client counts once'),
  medianSeconds: z.number().nullable().describe('From raised to taken in hand'),
});
type Measured = (typeof measures)[number];

export const trendsSchema = z.object({
  by: z.enum(['week', 'month']),
  zone: z.string(),
  allianceScale: z
    .object({
      instrument: z.string().describe('Its url'),
      scale: z.string(),
      instrumentTitle: z.string(),
      title: z.string(),
      min: z.number(),
      max: z.number(),
    })
    .nullable()
    .describe(
      'What the means are of: of the scales that stand for the alliance the one most answered in this time',
    ),
  periods: z.array(period).describe('The oldest first'),
  ...freshnessFields,
});

export const rowsSchema = z.object({
  items: z.array(
    z.object({
      id: z.uuid().describe('Of the session, request, response, alert or care relationship'),
      at: instant,
      client: z.object({ id: z.uuid(), name: z.string().describe('Empty until the name is known here') }),
      therapistName: z.string().nullable().describe('Who treats the client now'),
      value: z.number().nullable().describe('A score, or the seconds until an alert was taken in hand'),
    }),
  ),
  next: z.string().nullable(),
});
