import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleIds, id, instant } from '../fields.ts';
import { person } from './person.ts';

export const personErased = defineEvent({
  type: 'attune.scheduling.person-erased.v1',
  topic: 'attune.internal.people',
  title: 'Person erased',
  description:
    'What was known of a person is no more; only the id remains. Whoever keeps a copy erases it. As the last word about the person it also clears the earlier events out of the topic.',
  schema: z.object({ personId: id, kind: person.shape.kind, erasedAt: instant }),
  example: { personId: exampleIds.client, kind: 'client', erasedAt: '2026-11-23T10:00:00.000Z' },
});
