import { z } from 'zod';
import { allianceScale } from '../domain/alliance-scale.ts';
import { highestSeverity } from '../domain/caseload-entry.ts';
import type { ListedClient } from '../store/list-clients.store.ts';

const instant = z.iso.datetime();
const severity = z.enum(['low', 'medium', 'high']);

export const clientSchema = z.object({
  clientId: z.uuid(),
  name: z.string().describe('Empty until the name is known here'),
  therapist: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  careEndedAt: instant.nullable().describe('Since when nobody treats the client any more'),
  lastSession: instant.nullable().describe('Start of the last completed session'),
  nextSession: instant.nullable(),
  lastScore: z
    .object({
      value: z.number(),
      scale: z.string(),
      min: z.number(),
      max: z.number(),
      band: z.string().nullable(),
      answeredAt: instant,
      change: z.number().nullable(),
    })
    .nullable(),
  trend: z.array(z.number()).describe('Up to eight alliance totals, the newest last'),
  openAlerts: z.object({
    count: z.int(),
    highest: severity.nullable(),
    unacknowledged: z.int(),
    oldestRaisedAt: instant.nullable(),
  }),
  risk: z.int().min(0).max(100).describe('An order of attention, not a clinical probability'),
  reasons: z.array(z.string()),
  behind: z
    .boolean()
    .describe(
      'True while events about this client wait, because an earlier one could not be taken in: what is shown here may be old. Whoever sees the client only by a care relationship that is in doubt for this reason does not see them at all',
    ),
});
export type ClientView = z.infer<typeof clientSchema>;

const iso = (at: Date | null) => at?.toISOString() ?? null;

export function viewClient(row: ListedClient): ClientView {
  const { alerts } = row;
  const therapist = row.therapist_id ? { id: row.therapist_id, name: row.therapist_name ?? '' } : null;
  return {
    clientId: row.client_id,
    name: row.name ?? '',
    therapist,
    careEndedAt: iso(row.care_ended_at),
    lastSession: iso(row.last_session_at),
    nextSession: iso(row.next_session_at),
    lastScore: viewLastScore(row),
    trend: row.trend,
    openAlerts: {
      count: alerts.length,
      highest: highestSeverity(alerts),
      unacknowledged: alerts.filter(({ status }) => status === 'open').length,
      oldestRaisedAt: alerts.map(({ raisedAt }) => raisedAt).toSorted()[0] ?? null,
    },
    risk: row.risk,
    reasons: row.reasons,
    behind: row.behind,
  };
}

function viewLastScore(row: ListedClient): ClientView['lastScore'] {
  if (row.last_score === null || row.last_score_at === null) return null;
  const { scale, min, max } = allianceScale;
  const { last_score: value, last_score_band: band, last_score_change: change } = row;
  return { value, scale, min, max, band, change, answeredAt: row.last_score_at.toISOString() };
}
