import { riskFlagged, riskWithdrawn, type DataOf } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import { AlertDelay } from '../record-scores/alert-delay.ts';
import { RecordRisks } from './record-risks.handler.ts';

@Controller()
export class RecordRisksConsumer {
  constructor(
    private readonly recordRisks: RecordRisks,
    private readonly delay: AlertDelay,
  ) {}

  @OnEvent(riskFlagged)
  async flagged(
    @EventData() { clientId, items, answeredAt, submittedAt, ...risk }: DataOf<typeof riskFlagged>,
    @EventContext() { tx, event }: EventContextData,
  ): Promise<void> {
    const times = { answeredAt: new Date(answeredAt), submittedAt: new Date(submittedAt) };
    const facts = await this.recordRisks.flagged(tx, clientId, { ...risk, ...times, items: items.length });
    this.delay.after(tx, facts, event.originTime);
  }

  @OnEvent(riskWithdrawn)
  async withdrawn(
    @EventData() { clientId, responseId }: DataOf<typeof riskWithdrawn>,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    await this.recordRisks.withdrawn(tx, clientId, responseId);
  }
}
