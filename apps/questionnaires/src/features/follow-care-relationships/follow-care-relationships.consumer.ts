import { careRelationshipEnded, careRelationshipStarted } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { saveCareRelationship } from '@attune/platform';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { markPlanned } from '../../store/client-circumstances.store.ts';
import { lookAgain } from '../../store/planned-request.store.ts';

type Relationship = z.infer<typeof careRelationshipStarted.schema>;

/** Keeps who treats whom: it decides who may ask a client, who may read answers, and what is asked by the passing of time. */
@Controller()
export class FollowCareRelationshipsConsumer {
  @OnEvent(careRelationshipStarted, careRelationshipEnded)
  async take(
    @EventData() relationship: Relationship,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    await saveCareRelationship(tx, relationship);
    await markPlanned(tx, [relationship.clientId], 0);
    lookAgain(tx, relationship.clientId);
  }
}
