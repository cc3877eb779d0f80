import { z } from 'zod';
import type { CareRelationship } from '../../domain/care-relationship.ts';

const instant = z.iso.datetime({ offset: true });

export const careRelationshipSchema = z.object({
  careRelationshipId: z.uuid(),
  clientId: z.uuid(),
  staffId: z.uuid(),
  kind: z.enum(['primary', 'cover', 'supervisor']),
  from: instant,
  to: instant.nullable(),
});

export const newCareRelationshipSchema = careRelationshipSchema
  .extend({ careRelationshipId: z.uuid().optional(), to: instant.nullable().default(null) })
  .refine(({ from, to }) => to === null || new Date(to) > new Date(from), {
    path: ['to'],
    message: 'It must end after it begins.',
  });

/** As the domain knows it. */
export const toCareRelationship = (given: z.infer<typeof careRelationshipSchema>): CareRelationship => ({
  ...given,
  from: new Date(given.from),
  to: given.to === null ? null : new Date(given.to),
});
