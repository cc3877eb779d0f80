import { z } from 'zod';
import { code, exampleIds, exampleInstrument, id, instant, instrument, ruleSetKey } from '../fields.ts';

const signal = z.object({
  signalId: id,
  rule: code,
  responseId: id,
  instrument,
  scale: code,
  value: z.number(),
  threshold: z.number(),
  /** The score before, where the rule compares two. */
  previous: z.number().nullable(),
  /** What the detector took for usual: the own mean, the expectation, the first score. */
  reference: z.number().nullable().optional(),
  /** What was held against the threshold where it is not the score: an average, a sum, a difference. */
  statistic: z.number().nullable().optional(),
  detector: code.optional(),
  direction: z.enum(['higher-is-better', 'lower-is-better']).optional(),
  /** The rule set that the rule stood in, as `name@version`. */
  ruleSet: ruleSetKey.optional(),
  detectedAt: instant,
  withdrawn: z.boolean(),
});

const attendanceSignal = z.object({
  signalId: id,
  rule: code,
  kind: z.enum(['silence', 'missed-sessions']),
  /** How many in a row. */
  count: z.int().min(1),
  /** When the first of them was. */
  since: instant,
  detectedAt: instant,
  withdrawn: z.boolean(),
});

/** The whole alert as it is after the event. */
export const alert = z.object({
  alertId: id,
  clientId: id,
  concern: z.enum(['alliance', 'outcome', 'safety', 'attendance']),
  severity: z.enum(['low', 'medium', 'high']),
  status: z.enum(['open', 'acknowledged', 'resolved']),
  /** Who is to act; null while nobody is assigned and operations must find somebody. */
  recipientId: id.nullable(),
  /** Supervisors who follow it. */
  watcherIds: z.array(id),
  signals: z.array(signal),
  version: z.int().min(1),
  raisedAt: instant,
  changedAt: instant,
  /** When the newest response behind it was submitted. */
  submittedAt: instant.nullable(),
  /** By when somebody is to acknowledge it; null while nothing presses. */
  acknowledgeBy: instant.nullable().optional(),
  /** To whom it went because nobody acknowledged it in time. */
  escalation: z
    .object({ level: z.enum(['supervisor', 'clinic-lead']), at: instant })
    .nullable()
    .optional(),
  /** Since when somebody works on it; its status is then `acknowledged`. */
  inProgressSince: instant.nullable().optional(),
  snoozedUntil: instant.nullable().optional(),
  /** Signals that rest on no score: requests unanswered, sessions missed. */
  attendance: z.array(attendanceSignal).optional(),
  /** What the scores after the rupture say. */
  repair: z
    .object({
      status: z.enum(['watching', 'repaired', 'not-repaired']),
      /** Scores since the rupture. */
      scores: z.int().min(0),
    })
    .nullable()
    .optional(),
});

export const exampleAlert: z.infer<typeof alert> = {
  alertId: exampleIds.alert,
  clientId: exampleIds.client,
  concern: 'alliance',
  severity: 'high',
  status: 'open',
  recipientId: exampleIds.therapist,
  watcherIds: [exampleIds.supervisor],
  signals: [
    {
      signalId: exampleIds.signal,
      rule: 'alliance-below-cut-off',
      responseId: exampleIds.response,
      instrument: exampleInstrument,
      scale: 'total',
      value: 31,
      threshold: 36,
      previous: null,
      reference: null,
      statistic: null,
      detector: 'absolute-cut-off',
      direction: 'higher-is-better',
      ruleSet: 'attune-default@1',
      detectedAt: '2026-11-23T18:30:00.020Z',
      withdrawn: false,
    },
  ],
  version: 1,
  raisedAt: '2026-11-23T18:30:00.020Z',
  changedAt: '2026-11-23T18:30:00.020Z',
  submittedAt: '2026-11-23T18:30:00.000Z',
  acknowledgeBy: '2026-11-24T10:30:00.020Z',
  escalation: null,
  inProgressSince: null,
  snoozedUntil: null,
  attendance: [],
  repair: { status: 'watching', scores: 0 },
};
