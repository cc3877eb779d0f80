import { pageLimit, instantSchema } from '@attune/platform';
import { z } from 'zod';
import type { CareRelationship } from '../../domain/care-relationship.ts';

export const careRelationshipSchema = z.object({
  careRelationshipId: z.uuid(),
  clientId: z.uuid(),
  staffId: z.uuid(),
  kind: z.enum(['primary', 'cover', 'supervisor']),
  from: instantSchema,
  to: instantSchema.nullable(),
});

export const newCareRelationshipSchema = careRelationshipSchema
  .extend({ careRelationshipId: z.uuid().optional(), to: instantSchema.nullable().default(null) })
  .refine(({ from, to }) => to === null || new Date(to) > new Date(from), {
    path: ['to'],
    message: 'It must end after it begins.',
  });

export const handOverSchema = z.object({ staffId: z.uuid(), at: instantSchema });
export const handedOverSchema = z.object({ ended: careRelationshipSchema, started: careRelationshipSchema });

export const careQuery = z
  .object({
    clientId: z.uuid().optional(),
    staffId: z.uuid().optional(),
    endsAfter: instantSchema.optional().describe('Leaves out those that were over by then'),
    cursor: z.string().max(1_000).optional(),
    limit: pageLimit(200, 200),
  })
  .refine(({ clientId, staffId }) => (clientId === undefined) !== (staffId === undefined), {
    path: ['clientId'],
    message: 'Say of which client, or of which member of staff.',
  });
/** Without a name: a cursor travels in addresses. */
export const carePlace = z.object({ careRelationshipId: z.uuid() });

const named = careRelationshipSchema.extend({ clientName: z.string(), staffName: z.string() });
export const carePageSchema = z.object({ items: z.array(named), next: z.string().nullable() });

export const toView = ({ from, to, ...rest }: CareRelationship): z.infer<typeof careRelationshipSchema> => ({
  ...rest,
  from: from.toISOString(),
  to: to?.toISOString() ?? null,
});

/** As the domain knows it. */
export const toCareRelationship = (given: z.infer<typeof careRelationshipSchema>): CareRelationship => ({
  ...given,
  from: new Date(given.from),
  to: given.to === null ? null : new Date(given.to),
});
