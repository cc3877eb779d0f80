import { answersRepublished, answersSubmitted, answersVoided } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import type { SubmittedAnswers, VoidedAnswers } from './answers.ts';
import { RecordScore } from './record-score.handler.ts';

@Controller()
export class RecordScoreConsumer {
  constructor(private readonly recordScore: RecordScore) {}

  @OnEvent(answersSubmitted)
  submitted(@EventData() data: SubmittedAnswers, @EventContext() { tx }: EventContextData): Promise<void> {
    return this.recordScore.submitted(tx, data);
  }

  @OnEvent(answersRepublished)
  republished(@EventData() data: SubmittedAnswers, @EventContext() { tx }: EventContextData): Promise<void> {
    return this.recordScore.republished(tx, data);
  }

  @OnEvent(answersVoided)
  voided(@EventData() data: VoidedAnswers, @EventContext() { tx }: EventContextData): Promise<void> {
    return this.recordScore.voided(tx, data);
  }
}
