import { careRelationshipEnded, careRelationshipStarted } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { saveCareRelationship } from '@attune/platform';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';

type Relationship = z.infer<typeof careRelationshipStarted.schema>;

/** Keeps who treats whom: it decides who may see that a client was written to. */
@Controller()
export class FollowCareRelationshipsConsumer {
  @OnEvent(careRelationshipStarted, careRelationshipEnded)
  take(@EventData() relationship: Relationship, @EventContext() { tx }: EventContextData): Promise<void> {
    return saveCareRelationship(tx, relationship);
  }
}
