import { z } from 'zod';
import { exampleIds, exampleInstrument, id, instant, instrument } from '../fields.ts';

export const request = z.object({
  requestId: id,
  clientId: id,
  instrument,
  sessionId: id.nullable(),
  issuedAt: instant,
  expiresAt: instant,
});

export const exampleRequest: z.infer<typeof request> = {
  requestId: exampleIds.request,
  clientId: exampleIds.client,
  instrument: exampleInstrument,
  sessionId: exampleIds.session,
  issuedAt: '2026-11-23T11:00:00.000Z',
  expiresAt: '2026-11-27T11:00:00.000Z',
};
