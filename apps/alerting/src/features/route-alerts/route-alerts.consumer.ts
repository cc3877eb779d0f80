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

  @OnEvent(careRelationshipStarted)
  started(@EventData() relationship: Relationship, @EventContext() context: EventContextData): Promise<void> {
    return this.take(relationship, context);
  }

  @OnEvent(careRelationshipEnded)
  ended(@EventData() relationship: Relationship, @EventContext() context: EventContextData): Promise<void> {
    return this.take(relationship, context);
  }

  private async take(relationship: Relationship, { tx }: EventContextData): Promise<void> {
    lockClient(tx, relationship.clientId);
    await saveCareRelationship(tx, relationship);
    await this.routeAlerts.forClient(tx, relationship.clientId);
  }
}
