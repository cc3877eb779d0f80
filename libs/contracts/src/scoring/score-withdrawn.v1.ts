import { defineEvent } from '../define-event.ts';
import { z } from 'zod';
import { exampleIds, exampleInstrument, id, instant, instrument } from '../fields.ts';

export const scoreWithdrawn = defineEvent({
  type: 'attune.scoring.score-withdrawn.v1',
  topic: 'attune.public.scores',
  title: 'Score withdrawn',
  description: 'The scores of a response no longer count, because the response was voided.',
  schema: z.object({ responseId: id, clientId: id, instrument, withdrawnAt: instant }),
  example: {
    responseId: exampleIds.response,
    clientId: exampleIds.client,
    instrument: exampleInstrument,
    withdrawnAt: '2026-11-24T09:00:00.000Z',
  },
});
