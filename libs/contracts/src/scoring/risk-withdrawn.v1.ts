import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleIds, id, instant } from '../fields.ts';

export const riskWithdrawn = defineEvent({
  type: 'attune.scoring.risk-withdrawn.v1',
  topic: 'attune.internal.risks',
  title: 'Risk withdrawn',
  description:
    'The response that a risk was flagged by belongs to somebody else, or scores otherwise by a corrected key.',
  schema: z.object({ responseId: id, clientId: id, withdrawnAt: instant }),
  example: {
    responseId: exampleIds.response,
    clientId: exampleIds.client,
    withdrawnAt: '2026-11-24T09:00:00.000Z',
  },
});
