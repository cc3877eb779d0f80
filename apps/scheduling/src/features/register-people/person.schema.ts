import { roles, zoneSchema } from '@attune/platform';
import { z } from 'zod';
import { codeSchema } from '../code.schema.ts';

/** Text that a person wrote: no control characters, nothing invisible only. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u, 'Leave out line breaks and control characters.')
    .regex(/[\p{L}\p{N}\p{S}\p{P}]/u, 'Write something that can be seen.');

const fields = {
  name: line(200),
  email: z.email().max(254).nullable(),
  phone: line(40).nullable(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Use a BCP 47 tag, such as en or de-AT.')
    .max(35),
  zone: zoneSchema,
  roles: z.array(z.enum(roles)).max(6),
  subject: line(255).nullable(),
  team: codeSchema.nullable().describe('The team that a member of staff belongs to'),
  consent: z.object({ email: z.boolean(), sms: z.boolean() }),
};

export const personSchema = z.object({
  personId: z.uuid(),
  kind: z.enum(['client', 'staff']),
  ...fields,
  // Whoever imports from a system without teams says nothing about them.
  team: fields.team.default(null),
});

/** A client has no sign-in and so no roles, and is in no team. */
export const newPersonSchema = personSchema
  .extend({
    personId: z.uuid().optional(),
    email: fields.email.default(null),
    phone: fields.phone.default(null),
    language: fields.language.default('en'),
    roles: fields.roles.default([]),
    subject: fields.subject.default(null),
    consent: fields.consent.default({ email: false, sms: false }),
  })
  .refine(({ kind, roles: given }) => kind === 'staff' || given.length === 0, {
    path: ['roles'],
    message: 'A client has no roles.',
  })
  .refine(({ kind, team }) => kind === 'staff' || team === null, {
    path: ['team'],
    message: 'A client is in no team.',
  });

export const personChangeSchema = z.object(fields).partial();
export const storedPersonSchema = personSchema.extend({ version: z.int() });
export const peoplePageSchema = z.object({ items: z.array(storedPersonSchema), next: z.string().nullable() });
