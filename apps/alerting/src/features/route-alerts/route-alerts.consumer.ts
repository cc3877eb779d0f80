import { careRelationshipEnded, careRelationshipStarted } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { saveCareRelationship } from '@attune/platform';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { lockClient } from '../../store/client-state.store.ts';
import { RouteAlerts } from './route-alerts.handler.ts';

type Relationship = z.infer<typeof careRelationshipStarted.schema>;

@Controller()
export class RouteAlertsConsumer {
  constructor(private readonly routeAlerts: RouteAlerts) {}

  @OnEvent(careRelationshipStarted, careRelationshipEnded)
  async take(
    @EventData() relationship: Relationship,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    lockClient(tx, relationship.clientId);
    await saveCareRelationship(tx, relationship);
    await this.routeAlerts.forClient(tx, relationship.clientId);
  }
}
