import { z } from 'zod';
import { highestSeverity, isSafety } from '../domain/caseload-entry.ts';
import type { ListedClient } from '../store/list-clients.store.ts';
import { signFields, viewSigns } from './signs-view.ts';

const instant = z.iso.datetime();
const severity = z.enum(['low', 'medium', 'high']);

export const clientSchema = z.object({
  clientId: z.uuid(),
  name: z.string().describe('Empty until the name is known here'),
  therapist: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  careEndedAt: instant.nullable().describe('Since when nobody treats the client any more'),
  lastSession: instant.nullable().describe('Start of the last completed session'),
  nextSession: instant.nullable(),
  sessionsAhead: z.int().describe('Booked, and not begun'),
  lastScore: z
    .object({
      value: z.number(),
      instrument: z.string().describe('Its url'),
      scale: z.string(),
      min: z.number(),
      max: z.number(),
      higherIsBetter: z.boolean(),
      band: z.string().nullable(),
      answeredAt: instant,
      change: z.number().nullable(),
    })
    .nullable()
    .describe(
      'The newest score on any scale that stands for the alliance (GET /api/caseload/alliance-scales)',
    ),
  trend: z.array(z.number()).describe('Up to eight scores of that scale, the newest last'),
  openAlerts: z.object({
    count: z.int(),
    highest: severity.nullable(),
    safety: z.boolean().describe('Whether one of them is about safety'),
    unacknowledged: z.int(),
    oldestRaisedAt: instant.nullable(),
  }),
  risk: z.int().min(0).max(100).describe('An order of attention, not a clinical probability'),
  reasons: z.array(z.string()),
  careSince: instant.nullable().describe('Since when somebody treats the client without a break'),
  ...signFields,
  behind: z
    .boolean()
    .describe(
      'True while events about this client wait, because an earlier one could not be taken in: what is shown here may be old. Whoever sees the client only by a care relationship that is in doubt for this reason does not see them at all',
    ),
});
export type ClientView = z.infer<typeof clientSchema>;

const iso = (at: Date | null) => at?.toISOString() ?? null;

export function viewClient(row: ListedClient, now: Date): ClientView {
  const { alerts } = row;
  const therapist = row.therapist_id ? { id: row.therapist_id, name: row.therapist_name ?? '' } : null;
  return {
    clientId: row.client_id,
    name: row.name ?? '',
    therapist,
    careEndedAt: iso(row.care_ended_at),
    lastSession: iso(row.last_session_at),
    nextSession: iso(row.next_session_at),
    sessionsAhead: row.sessions_ahead,
    lastScore: viewLastScore(row),
    trend: row.trend,
    openAlerts: {
      count: alerts.length,
      highest: highestSeverity(alerts),
      safety: alerts.some(isSafety),
      unacknowledged: alerts.filter(({ status }) => status === 'open').length,
      oldestRaisedAt: alerts.map(({ raisedAt }) => raisedAt).toSorted()[0] ?? null,
    },
    risk: row.risk,
    reasons: row.reasons,
    careSince: iso(row.care_since),
    ...viewSigns(row, now),
    behind: row.behind,
  };
}

function viewLastScore(row: ListedClient): ClientView['lastScore'] {
  const { last_score: value, last_score_band: band, last_score_change: change } = row;
  const { last_score_instrument: instrument, last_score_scale: scale } = row;
  const { last_score_min: min, last_score_max: max, last_score_higher_is_better: higherIsBetter } = row;
  const answeredAt = iso(row.last_score_at);
  if (value === null || answeredAt === null || instrument === null || scale === null) return null;
  if (min === null || max === null || higherIsBetter === null) return null;
  return { value, instrument, scale, min, max, higherIsBetter, band, change, answeredAt };
}
