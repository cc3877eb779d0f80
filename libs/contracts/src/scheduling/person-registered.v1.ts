import { defineEvent } from '../define-event.ts';
import { examplePerson, person } from './person.ts';

export const personRegistered = defineEvent({
  type: 'attune.scheduling.person-registered.v1',
  topic: 'attune.internal.people',
  title: 'Person registered',
  description: 'A client or a member of staff became known to the clinic.',
  schema: person,
  example: examplePerson,
});
