import { defineEvent } from '../define-event.ts';
import { careRelationship, exampleCareRelationship } from './care-relationship.ts';

export const careRelationshipEnded = defineEvent({
  type: 'attune.scheduling.care-relationship-ended.v1',
  topic: 'attune.public.care-relationships',
  title: 'Care relationship ended',
  description: 'The end of a care relationship was set; it may lie in the future.',
  schema: careRelationship,
  example: { ...exampleCareRelationship, to: '2026-11-30T17:00:00.000Z' },
});
