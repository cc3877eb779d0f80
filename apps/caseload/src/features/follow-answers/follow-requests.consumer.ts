import { requestExpired, requestIssued, requestRevoked } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import { Freshness } from '../../freshness.ts';
import { saveRequest, type ClientRequest, type RequestState } from '../../store/answering.store.ts';
import { ReassessClient } from '../reassess-clients/reassess-client.handler.ts';

/** Keeps what each client was asked, and whether the time to answer is over. */
@Controller()
export class FollowRequestsConsumer {
  constructor(
    private readonly reassessClient: ReassessClient,
    private readonly freshness: Freshness,
  ) {}

  @OnEvent(requestIssued)
  issued(@EventData() data: ClientRequest, @EventContext() context: EventContextData): Promise<void> {
    return this.save(data, 'open', context);
  }

  @OnEvent(requestExpired)
  expired(@EventData() data: ClientRequest, @EventContext() context: EventContextData): Promise<void> {
    return this.save(data, 'expired', context);
  }

  @OnEvent(requestRevoked)
  revoked(@EventData() data: ClientRequest, @EventContext() context: EventContextData): Promise<void> {
    return this.save(data, 'revoked', context);
  }

  private async save(
    request: ClientRequest,
    state: RequestState,
    { tx, event }: EventContextData,
  ): Promise<void> {
    saveRequest(tx, request, state);
    await this.reassessClient.forClient(tx, request.clientId, event.time);
    tx.afterCommit(() => this.freshness.saw(event.time));
  }
}
