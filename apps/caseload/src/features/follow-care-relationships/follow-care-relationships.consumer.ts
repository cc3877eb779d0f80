import { careRelationshipEnded, careRelationshipStarted } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { saveCareRelationship } from '@attune/platform';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { AssignTherapist } from './assign-therapist.handler.ts';

type Relationship = z.infer<typeof careRelationshipStarted.schema>;

@Controller()
export class FollowCareRelationshipsConsumer {
  constructor(private readonly assignTherapist: AssignTherapist) {}

  @OnEvent(careRelationshipStarted, careRelationshipEnded)
  async take(
    @EventData() relationship: Relationship,
    @EventContext() { tx, event }: EventContextData,
  ): Promise<void> {
    await saveCareRelationship(tx, relationship);
    await this.assignTherapist.forClient(tx, relationship.clientId, event.time);
  }
}
