import { responseScored, scoreCorrected, scoreWithdrawn } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Clock } from '@attune/platform';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { assessEntry } from '../../domain/assess-entry.ts';
import { applyScores } from '../../domain/apply-scores.ts';
import { readAllianceScores } from '../../store/alliance-scale.store.ts';
import { removeScores, saveScores, type ScoredResponse } from '../../store/course.store.ts';
import { lockEntry, saveEntry } from '../../store/entry.store.ts';

type Withdrawn = z.infer<typeof scoreWithdrawn.schema>;

@Controller()
export class FollowScoresConsumer {
  constructor(private readonly clock: Clock) {}

  @OnEvent(responseScored, scoreCorrected)
  async scored(
    @EventData() response: ScoredResponse,
    @EventContext() context: EventContextData,
  ): Promise<void> {
    saveScores(context.tx, response);
    await this.refresh(response.clientId, context);
  }

  @OnEvent(scoreWithdrawn)
  async withdrawn(@EventData() data: Withdrawn, @EventContext() context: EventContextData): Promise<void> {
    removeScores(context.tx, data.responseId);
    await this.refresh(data.clientId, context);
  }

  private async refresh(clientId: string, { tx }: EventContextData): Promise<void> {
    // Both travel together, and are done in this order: what is read is what there is once the row is ours.
    const [entry, scores] = await Promise.all([lockEntry(tx, clientId), readAllianceScores(tx, clientId)]);
    saveEntry(tx, clientId, assessEntry(applyScores(entry, scores), this.clock.now()));
  }
}
