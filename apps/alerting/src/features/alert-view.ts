import type { Person } from '@attune/platform';
import { z } from 'zod';
import { explainAlert, suggestionsFor } from '../domain/explain-alert.ts';
import { permittedActions } from '../domain/permitted-actions.ts';
import type { SeenAlert } from '../store/list-alerts.store.ts';
import { alertData } from './alert-events.ts';

const instant = z.iso.datetime();

const signalSchema = z.object({
  signalId: z.uuid(),
  rule: z.string(),
  responseId: z.uuid(),
  instrument: z.object({ url: z.string(), version: z.string() }),
  scale: z.string(),
  value: z.number(),
  threshold: z.number().describe('A score for a cut-off, a difference for a fall'),
  previous: z.number().nullable(),
  reference: z.number().nullable().describe('What the detector took for usual'),
  statistic: z.number().nullable().describe('What was held against the threshold where it is not the score'),
  detector: z.string(),
  direction: z.enum(['higher-is-better', 'lower-is-better']),
  ruleSet: z.string().describe('name@version'),
  detectedAt: instant,
  withdrawn: z.boolean(),
});

export const alertSchema = z.object({
  alertId: z.uuid(),
  clientId: z.uuid(),
  clientName: z.string().nullable(),
  concern: z.enum(['alliance', 'outcome', 'safety', 'attendance']),
  severity: z.enum(['low', 'medium', 'high']),
  status: z.enum(['open', 'acknowledged', 'resolved']),
  recipientId: z.uuid().nullable().describe('Null while it waits with operations'),
  recipientName: z.string().nullable(),
  watcherIds: z.array(z.uuid()),
  signals: z.array(signalSchema),
  explanation: z.string(),
  suggestions: z.array(z.string()),
  permitted: z.object({ acknowledge: z.boolean(), resolve: z.boolean(), reassign: z.boolean() }),
  pinned: z.boolean().describe('True when the recipient was set by hand'),
  outcome: z.string().nullable(),
  note: z
    .string()
    .nullable()
    .describe('Null for everyone but those who treat the client, supervise it or were handed the alert'),
  version: z.int(),
  raisedAt: instant,
  changedAt: instant,
  submittedAt: instant.nullable(),
});
export type AlertView = z.infer<typeof alertSchema>;

/** The alert as this person sees it. */
export function viewAlert(
  { alert, clientName, recipientName, note, treats }: SeenAlert,
  { id, roles }: Person,
): AlertView {
  return {
    ...alertData(alert),
    clientName,
    recipientName,
    explanation: explainAlert(alert.concern, alert.signals),
    suggestions: [...suggestionsFor(alert.concern)],
    permitted: permittedActions(alert, { id, roles, treats }),
    pinned: alert.pinnedRecipientId !== null,
    outcome: alert.resolution?.outcome ?? null,
    note,
  };
}
