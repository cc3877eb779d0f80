import { defineEvent } from '../define-event.ts';
import { careRelationship, exampleCareRelationship } from './care-relationship.ts';

export const careRelationshipStarted = defineEvent({
  type: 'attune.scheduling.care-relationship-started.v1',
  topic: 'attune.public.care-relationships',
  title: 'Care relationship started',
  description: 'A member of staff was assigned to a client, now or from a time to come.',
  schema: careRelationship,
  example: exampleCareRelationship,
});
