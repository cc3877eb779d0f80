import { z } from 'zod';
import { code, exampleIds, id, instant, zone } from '../fields.ts';

/** A therapy session. `zone` is the time zone in which its people plan it. */
export const session = z.object({
  sessionId: id,
  clientId: id,
  therapistId: id,
  startsAt: instant,
  endsAt: instant,
  zone,
  /** What kind of session the clinic calls it, such as `intake`, `individual` or `group`. */
  type: code.optional(),
  /** It was over when it was taken over from another system: nobody is to act on it as if it were news. */
  imported: z.boolean().optional(),
});

export const exampleSession: z.infer<typeof session> = {
  sessionId: exampleIds.session,
  clientId: exampleIds.client,
  therapistId: exampleIds.therapist,
  startsAt: '2026-11-23T10:00:00.000Z',
  endsAt: '2026-11-23T10:50:00.000Z',
  zone: 'Europe/Berlin',
  type: 'individual',
};
