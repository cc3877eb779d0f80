import type { Person } from '@attune/platform';
import { z } from 'zod';
import { alertStatuses } from '../domain/alert/alert.ts';
import { explainAlert } from '../domain/alert/explain-alert.ts';
import { permittedActions } from '../domain/alert/permitted-actions.ts';
import { suggestionsFor } from '../domain/alert/suggest-repair.ts';
import type { SeenAlert } from '../store/list-alerts.store.ts';
import { alertFacts } from './alert-events.ts';

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

const attendanceSchema = z.object({
  signalId: z.uuid(),
  rule: z.string(),
  kind: z.enum(['silence', 'missed-sessions']),
  count: z.int().describe('How many in a row'),
  since: instant,
  detectedAt: instant,
  withdrawn: z.boolean(),
});

const suggestion = z.object({
  code: z.string(),
  title: z.string(),
  text: z.string(),
  source: z.string().nullable(),
});

const note = z.object({
  noteId: z.uuid(),
  writtenBy: z.uuid().nullable(),
  writtenByName: z.string().nullable(),
  writtenAt: instant,
  text: z.string(),
});

const permitted = z.object({
  acknowledge: z.boolean(),
  start: z.boolean(),
  snooze: z.boolean(),
  resolve: z.boolean(),
  reopen: z.boolean(),
  undo: z.boolean().describe('Whether the person may take back what they said last'),
  note: z.boolean(),
  reassign: z.boolean(),
});

export const alertSchema = z.object({
  alertId: z.uuid(),
  clientId: z.uuid(),
  clientName: z.string().nullable(),
  concern: z.enum(['alliance', 'outcome', 'safety', 'attendance']),
  severity: z.enum(['low', 'medium', 'high']),
  status: z.enum(alertStatuses),
  recipientId: z.uuid().nullable().describe('Null while it waits with operations'),
  recipientName: z.string().nullable(),
  watcherIds: z.array(z.uuid()),
  signals: z.array(signalSchema),
  explanation: z.string(),
  suggestions: z.array(suggestion),
  permitted,
  pinned: z.boolean().describe('True when the recipient was set by hand'),
  outcome: z.string().nullable(),
  useful: z.boolean().nullable().describe('Whether it helped, in the eyes of who closed it'),
  notes: z
    .array(note)
    .describe(
      'Oldest first; empty for all but those who treat the client, supervise it or were handed the alert',
    ),
  acknowledgeBy: instant.nullable().describe('When it goes further up unless somebody acknowledges it'),
  acknowledgedAt: instant
    .nullable()
    .describe('Null before anybody has, and when another sign has opened it again'),
  escalation: z.object({ level: z.enum(['supervisor', 'clinic-lead']), at: instant }).nullable(),
  inProgressSince: instant.nullable(),
  snoozedUntil: instant.nullable(),
  attendance: z.array(attendanceSchema),
  repair: z
    .object({
      status: z.enum(['watching', 'repaired', 'not-repaired']),
      scores: z.int().describe('Scores since the rupture'),
      target: z.number().describe('From here on the alliance counts as back'),
    })
    .nullable(),
  version: z.int(),
  raisedAt: instant,
  changedAt: instant,
  submittedAt: instant.nullable(),
});
export type AlertView = z.infer<typeof alertSchema>;

/** The alert as this person sees it. */
export function viewAlert(
  { alert, clientName, recipientName, notes, lowest, treats }: SeenAlert,
  { id, roles }: Person,
): AlertView {
  const { repair } = alert;
  return {
    ...alertFacts(alert),
    status: alert.status,
    clientName,
    recipientName,
    explanation: explainAlert(alert),
    suggestions: suggestionsFor(alert.concern, lowest).map((each) => ({ ...each })),
    acknowledgedAt: alert.acknowledgement?.at.toISOString() ?? null,
    permitted: permittedActions(alert, { id, roles, treats }),
    pinned: alert.pinnedRecipientId !== null,
    outcome: alert.resolution?.outcome ?? null,
    useful: alert.resolution?.useful ?? null,
    notes: notes.map(({ writtenAt, ...each }) => ({ ...each, writtenAt: writtenAt.toISOString() })),
    repair: repair && { status: repair.status, scores: repair.scores, target: repair.target },
  };
}
