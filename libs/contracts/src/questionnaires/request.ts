import { z } from 'zod';
import { code, exampleIds, exampleInstrument, id, instant, instrument } from '../fields.ts';

export const request = z.object({
  requestId: id,
  clientId: id,
  instrument,
  sessionId: id.nullable(),
  issuedAt: instant,
  expiresAt: instant,
  /** The cadence policy that asks, where no person did. */
  policy: code.optional(),
  /** `message`: Attune is to send the link; `by-hand` (or absent): whoever asked hands it over. */
  delivery: z.enum(['message', 'by-hand']).optional(),
});

export const exampleRequest: z.infer<typeof request> = {
  requestId: exampleIds.request,
  clientId: exampleIds.client,
  instrument: exampleInstrument,
  sessionId: exampleIds.session,
  issuedAt: '2026-11-23T11:00:00.000Z',
  expiresAt: '2026-11-27T11:00:00.000Z',
  policy: 'after-every-session',
  delivery: 'message',
};
