import { requestExpired, requestIssued, requestRevoked } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { saveRequest, type ClientRequest, type RequestState } from '../../store/answering.store.ts';
import { ReassessClient } from '../reassess-clients/reassess-client.handler.ts';

type Expired = z.infer<typeof requestExpired.schema>;

/** Keeps what each client was asked, and whether the time to answer is over. */
@Controller()
export class FollowRequestsConsumer {
  constructor(private readonly reassessClient: ReassessClient) {}

  @OnEvent(requestIssued)
  issued(@EventData() data: ClientRequest, @EventContext() context: EventContextData): Promise<void> {
    return this.save(data, 'open', context);
  }

  @OnEvent(requestExpired)
  expired(@EventData() data: Expired, @EventContext() context: EventContextData): Promise<void> {
    // Before it was told whether the client was reached, all counted as asked.
    return this.save(data, data.reached === false ? 'not-reached' : 'expired', context);
  }

  @OnEvent(requestRevoked)
  revoked(@EventData() data: ClientRequest, @EventContext() context: EventContextData): Promise<void> {
    return this.save(data, 'revoked', context);
  }

  private async save(request: ClientRequest, state: RequestState, { tx }: EventContextData): Promise<void> {
    saveRequest(tx, request, state);
    await this.reassessClient.forClient(tx, request.clientId);
  }
}
