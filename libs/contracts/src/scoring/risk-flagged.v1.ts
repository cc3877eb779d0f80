import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleIds, exampleInstrument, id, instant, instrument, linkId } from '../fields.ts';

export const riskFlagged = defineEvent({
  type: 'attune.scoring.risk-flagged.v1',
  topic: 'attune.internal.risks',
  title: 'Risk flagged',
  description:
    'An item about harm was answered in a way that asks for contact at once, whatever the totals say.',
  schema: z.object({
    responseId: id,
    clientId: id,
    instrument,
    /** The items that were answered so. */
    items: z.array(linkId).min(1),
    answeredAt: instant,
    submittedAt: instant,
  }),
  example: {
    responseId: exampleIds.response,
    clientId: exampleIds.client,
    instrument: exampleInstrument,
    items: ['phq9-9'],
    answeredAt: '2026-11-23T18:30:00.000Z',
    submittedAt: '2026-11-23T18:30:00.000Z',
  },
});
