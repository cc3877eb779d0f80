import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { code, exampleIds, exampleInstrument, id, instant, instrument } from '../fields.ts';

const scale = z.object({
  scale: code,
  /** Null when too many items are missing: a missing item never lowers a score in silence. */
  value: z.number().nullable(),
  band: code.nullable(),
  answered: z.int().min(0),
  /** At least two: a scale of one item would be an answer. */
  items: z.int().min(2),
  status: z.enum(['scored', 'not-scorable']),
});

export const responseScored = defineEvent({
  type: 'attune.scoring.response-scored.v1',
  topic: 'attune.public.scores',
  title: 'Response scored',
  description: 'The scores of a response, by scale.',
  schema: z.object({
    scoreId: id,
    responseId: id,
    clientId: id,
    sessionId: id.nullable(),
    instrument,
    answeredAt: instant,
    submittedAt: instant,
    scales: z.array(scale),
    /** The scoring engine's version, such as `attune-scoring/1`. */
    engine: z.string().regex(/^[a-z0-9./-]{1,64}$/),
    /** SHA-256 of the key that was applied, in hex. */
    keyHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  example: {
    scoreId: exampleIds.score,
    responseId: exampleIds.response,
    clientId: exampleIds.client,
    sessionId: exampleIds.session,
    instrument: exampleInstrument,
    answeredAt: '2026-11-23T18:30:00.000Z',
    submittedAt: '2026-11-23T18:30:00.000Z',
    scales: [{ scale: 'total', value: 31, band: 'low', answered: 12, items: 12, status: 'scored' }],
    engine: 'attune-clinical/2',
    keyHash: 'a3f5c1d2e4b697887766554433221100ffeeddccbbaa99887766554433221100',
  },
});
