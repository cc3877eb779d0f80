import { defineEvent } from '../define-event.ts';
import { examplePerson, person } from './person.ts';

export const personChanged = defineEvent({
  type: 'attune.scheduling.person-changed.v1',
  topic: 'attune.internal.people',
  title: 'Person changed',
  description: 'What is known of a person changed; carries the whole person as it is now.',
  schema: person,
  example: examplePerson,
});
