import { z } from 'zod';
import { code, exampleIds, id, zone } from '../fields.ts';

/** Everything that other services know of a person. Personal data: internal topics only. */
export const person = z.object({
  personId: id,
  kind: z.enum(['client', 'staff']),
  name: z.string().min(1).max(200),
  email: z.email().max(254).nullable(),
  phone: z.string().max(40).nullable(),
  /** BCP 47 tag. */
  language: z.string().min(2).max(35),
  zone,
  roles: z.array(z.enum(['therapist', 'supervisor', 'clinic-lead', 'operations', 'admin', 'integrator'])),
  /** The identity provider's name for a member of staff. */
  subject: z.string().max(255).nullable(),
  /** The team that a member of staff belongs to. */
  team: code.nullable().optional(),
  consent: z.object({ email: z.boolean(), sms: z.boolean() }),
});

export const examplePerson: z.infer<typeof person> = {
  personId: exampleIds.client,
  kind: 'client',
  name: 'Sample Person',
  email: 'sample@example.org',
  phone: null,
  language: 'en',
  zone: 'Europe/Berlin',
  roles: [],
  subject: null,
  consent: { email: true, sms: false },
};
