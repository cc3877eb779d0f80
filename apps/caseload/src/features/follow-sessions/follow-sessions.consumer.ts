import {
  sessionBooked,
  sessionCancelled,
  sessionCompleted,
  sessionMissed,
  sessionMissedUndone,
} from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { saveSession, type Session } from '../../store/session.store.ts';
import { ReassessClient } from '../reassess-clients/reassess-client.handler.ts';

type SessionData = z.infer<typeof sessionBooked.schema>;

/** Keeps the sessions of each client; the last completed one and the missed ones are part of the client's row. */
@Controller()
export class FollowSessionsConsumer {
  constructor(private readonly reassessClient: ReassessClient) {}

  @OnEvent(sessionBooked)
  booked(@EventData() data: SessionData, @EventContext() context: EventContextData): Promise<void> {
    return this.save(data, 'booked', context);
  }

  @OnEvent(sessionCompleted)
  completed(@EventData() data: SessionData, @EventContext() context: EventContextData): Promise<void> {
    return this.save(data, 'completed', context);
  }

  @OnEvent(sessionCancelled)
  cancelled(@EventData() data: SessionData, @EventContext() context: EventContextData): Promise<void> {
    return this.save(data, 'cancelled', context);
  }

  @OnEvent(sessionMissed)
  missed(@EventData() data: SessionData, @EventContext() context: EventContextData): Promise<void> {
    return this.save(data, 'missed', context);
  }

  @OnEvent(sessionMissedUndone)
  missedUndone(@EventData() data: SessionData, @EventContext() context: EventContextData): Promise<void> {
    return this.save(data, 'booked', context);
  }

  private async save(data: SessionData, status: Session['status'], { tx }: EventContextData): Promise<void> {
    const { sessionId, clientId, therapistId, zone } = data;
    const times = { startsAt: new Date(data.startsAt), endsAt: new Date(data.endsAt) };
    saveSession(tx, { sessionId, clientId, therapistId, zone, ...times, status });
    await this.reassessClient.forClient(tx, clientId);
  }
}
