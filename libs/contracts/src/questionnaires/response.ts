import { z } from 'zod';
import { exampleIds, exampleInstrument, id, instant, instrument } from '../fields.ts';

/** That a client has answered. `answeredAt` is the time the answers belong to; `submittedAt` when they arrived here. */
export const response = z.object({
  responseId: id,
  requestId: id.nullable(),
  clientId: id,
  sessionId: id.nullable(),
  instrument,
  answeredAt: instant,
  submittedAt: instant,
  mode: z.enum(['link', 'staff', 'import']),
});

export const voided = z.object({ responseId: id, clientId: id, instrument, voidedAt: instant });

export const exampleResponse: z.infer<typeof response> = {
  responseId: exampleIds.response,
  requestId: exampleIds.request,
  clientId: exampleIds.client,
  sessionId: exampleIds.session,
  instrument: exampleInstrument,
  answeredAt: '2026-11-23T18:30:00.000Z',
  submittedAt: '2026-11-23T18:30:00.000Z',
  mode: 'link',
};

export const exampleVoided: z.infer<typeof voided> = {
  responseId: exampleIds.response,
  clientId: exampleIds.client,
  instrument: exampleInstrument,
  voidedAt: '2026-11-24T09:00:00.000Z',
};
