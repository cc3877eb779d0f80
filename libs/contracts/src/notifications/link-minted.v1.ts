import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleIds, id, instant } from '../fields.ts';

export const linkMinted = defineEvent({
  type: 'attune.notifications.link-minted.v1',
  topic: 'attune.internal.links',
  title: 'Link minted',
  description:
    'A message to a client carries a link of its own; questionnaires learns what the token hashes to, nobody the token.',
  schema: z.object({
    requestId: id,
    clientId: id,
    messageId: id,
    /** SHA-256 of the token, base64url without padding. */
    tokenHash: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    mintedAt: instant,
  }),
  example: {
    requestId: exampleIds.request,
    clientId: exampleIds.client,
    messageId: exampleIds.message,
    tokenHash: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
    mintedAt: '2026-11-23T11:00:01.000Z',
  },
});
