import { z } from 'zod';
import { careRelationshipSchema } from '../assign-care/care-relationship.schema.ts';
import { importedSessionSchema } from '../keep-sessions/session.schema.ts';
import { personSchema } from '../register-people/person.schema.ts';

const most = 1_000;
export const recordsSchema = z
  .object({
    people: z.array(personSchema).max(most).default([]),
    careRelationships: z.array(careRelationshipSchema).max(most).default([]),
    sessions: z.array(importedSessionSchema).max(most).default([]),
  })
  .refine((all) => all.people.length + all.careRelationships.length + all.sessions.length <= most, {
    message: `Send ${most} rows at most; the ids make it safe to send the rest afterwards.`,
  });

export type Records = z.infer<typeof recordsSchema>;
