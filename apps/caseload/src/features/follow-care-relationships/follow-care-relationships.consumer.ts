import { careRelationshipEnded, careRelationshipStarted } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { saveCareRelationship } from '@attune/platform';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { ReassessClient } from '../reassess-clients/reassess-client.handler.ts';

type Relationship = z.infer<typeof careRelationshipStarted.schema>;

@Controller()
export class FollowCareRelationshipsConsumer {
  constructor(private readonly reassessClient: ReassessClient) {}

  @OnEvent(careRelationshipStarted, careRelationshipEnded)
  async take(
    @EventData() relationship: Relationship,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    await saveCareRelationship(tx, relationship);
    await this.reassessClient.forClient(tx, relationship.clientId);
  }
}
