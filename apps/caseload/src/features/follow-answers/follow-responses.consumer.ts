import { responseSubmitted, responseVoided } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { removeAnswer, saveAnswer, type ClientAnswer } from '../../store/answering.store.ts';
import { ReassessClient } from '../reassess-clients/reassess-client.handler.ts';

type Voided = z.infer<typeof responseVoided.schema>;

/** Keeps that and when a client has answered; never what. */
@Controller()
export class FollowResponsesConsumer {
  constructor(private readonly reassessClient: ReassessClient) {}

  @OnEvent(responseSubmitted)
  async submitted(@EventData() data: ClientAnswer, @EventContext() context: EventContextData): Promise<void> {
    saveAnswer(context.tx, data);
    await this.reassess(data.clientId, context);
  }

  @OnEvent(responseVoided)
  async voided(@EventData() data: Voided, @EventContext() context: EventContextData): Promise<void> {
    removeAnswer(context.tx, data.responseId);
    await this.reassess(data.clientId, context);
  }

  private async reassess(clientId: string, { tx }: EventContextData): Promise<void> {
    await this.reassessClient.forClient(tx, clientId);
  }
}
