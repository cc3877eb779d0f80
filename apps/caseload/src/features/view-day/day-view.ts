import { z } from 'zod';
import { highestSeverity, isSafety } from '../../domain/caseload-entry.ts';
import { freshnessFields } from '../../freshness.ts';
import type { DayRequest, DaySession } from '../../store/day.store.ts';
import { signFields, viewSigns } from '../signs-view.ts';

const instant = z.iso.datetime();
const named = z.object({ id: z.uuid(), name: z.string().describe('Empty until the name is known here') });

const session = z.object({
  sessionId: z.uuid(),
  startsAt: instant,
  endsAt: instant,
  status: z.enum(['booked', 'completed', 'cancelled', 'missed']),
  client: named,
  therapist: named,
  lastScore: z
    .object({
      value: z.number(),
      min: z.number(),
      max: z.number(),
      change: z.number().nullable(),
      answeredAt: instant,
    })
    .nullable(),
  openAlerts: z.object({
    count: z.int(),
    highest: z.enum(['low', 'medium', 'high']).nullable(),
    safety: z.boolean().describe('Whether one of them is about safety'),
  }),
  ...signFields,
  answered: z.boolean().describe('Whether the client has answered about this session'),
});
const request = z.object({
  requestId: z.uuid(),
  client: named,
  therapistName: z.string().nullable(),
  issuedAt: instant,
  expiresAt: instant,
});

export const daySchema = z.object({
  date: z.iso.date(),
  zone: z.string(),
  sessions: z.array(session).describe('By the clock, at most 500'),
  open: z.array(request).describe('Requests that wait for an answer, the soonest due first, at most 200'),
  unanswered: z
    .array(request)
    .describe('Requests whose time was over within the last seven days, the latest first, at most 200'),
  ...freshnessFields,
});
export type DayView = z.infer<typeof daySchema>;

export function viewDaySession(row: DaySession, now: Date): DayView['sessions'][number] {
  const { sessionId, startsAt, endsAt, status, lastScore, lastScoreAt, change, alerts, answered } = row;
  const { lastScoreMin: min, lastScoreMax: max } = row;
  return {
    ...{ sessionId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), status, answered },
    client: { id: row.clientId, name: row.clientName ?? '' },
    therapist: { id: row.therapistId, name: row.therapistName ?? '' },
    lastScore:
      lastScore === null || lastScoreAt === null || min === null || max === null
        ? null
        : { value: lastScore, min, max, change, answeredAt: lastScoreAt.toISOString() },
    openAlerts: {
      count: alerts.length,
      highest: highestSeverity(alerts),
      safety: alerts.some(isSafety),
    },
    ...viewSigns(row, now),
  };
}

export const viewDayRequest = (row: DayRequest): DayView['open'][number] => ({
  requestId: row.requestId,
  client: { id: row.clientId, name: row.clientName ?? '' },
  therapistName: row.therapistName,
  issuedAt: row.issuedAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});
