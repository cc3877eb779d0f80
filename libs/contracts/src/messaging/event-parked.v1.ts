import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { code, exampleIds, id, instant } from '../fields.ts';

export const eventParked = defineEvent({
  type: 'attune.messaging.event-parked.v1',
  topic: 'attune.internal.dead-letters',
  title: 'Event parked',
  description: 'A service could not take in an event and keeps it, with later ones of its key behind it.',
  schema: z.object({
    deadLetterId: id,
    service: code,
    consumer: code,
    topic: z.string().max(249),
    key: z.string().max(255),
    sequence: z.int().min(0),
    type: z.string().max(255).nullable(),
    kind: z.enum(['poison', 'gap', 'prerequisite']),
    reason: code,
    parkedAt: instant,
  }),
  example: {
    deadLetterId: exampleIds.signal,
    service: 'scoring',
    consumer: 'scoring',
    topic: 'attune.internal.answers',
    key: exampleIds.client,
    sequence: 7,
    type: 'attune.questionnaires.answers-submitted.v1',
    kind: 'prerequisite',
    reason: 'instrument-not-known',
    parkedAt: '2026-11-23T18:30:00.020Z',
  },
});
