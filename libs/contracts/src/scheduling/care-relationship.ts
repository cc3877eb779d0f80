import { z } from 'zod';
import { exampleIds, id, instant } from '../fields.ts';

/** Who cares for a client. Valid from `from`, up to but not including `to`; null while no end is known. */
export const careRelationship = z.object({
  careRelationshipId: id,
  clientId: id,
  staffId: id,
  kind: z.enum(['primary', 'cover', 'supervisor']),
  from: instant,
  to: instant.nullable(),
});

export const exampleCareRelationship: z.infer<typeof careRelationship> = {
  careRelationshipId: exampleIds.careRelationship,
  clientId: exampleIds.client,
  staffId: exampleIds.therapist,
  kind: 'primary',
  from: '2026-01-12T09:00:00.000Z',
  to: null,
};
