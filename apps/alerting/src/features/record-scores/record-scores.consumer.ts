import { responseScored, scoreCorrected, scoreWithdrawn } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import type { ScorePoint } from '../../domain/series/score-series.ts';
import { AlertDelay } from './alert-delay.ts';
import { RecordScores } from './record-scores.handler.ts';

type Scored = z.infer<typeof responseScored.schema>;
type Withdrawn = z.infer<typeof scoreWithdrawn.schema>;

@Controller()
export class RecordScoresConsumer {
  constructor(
    private readonly recordScores: RecordScores,
    private readonly delay: AlertDelay,
  ) {}

  @OnEvent(responseScored)
  async scored(@EventData() data: Scored, @EventContext() { tx, event }: EventContextData): Promise<void> {
    const facts = await this.recordScores.scored(tx, data.clientId, data.instrument.url, toPoints(data));
    this.delay.after(tx, facts, event.originTime);
  }

  /** Takes the place of what the response came to before; refutes what rested on it. */
  @OnEvent(scoreCorrected)
  async corrected(@EventData() data: Scored, @EventContext() { tx }: EventContextData): Promise<void> {
    const { clientId, instrument, responseId } = data;
    await this.recordScores.corrected(tx, clientId, instrument.url, responseId, toPoints(data));
  }

  @OnEvent(scoreWithdrawn)
  async withdrawn(@EventData() data: Withdrawn, @EventContext() { tx }: EventContextData): Promise<void> {
    await this.recordScores.withdrawn(tx, data.clientId, data.instrument.url, data.responseId);
  }
}

/** A scale that could not be scored has no place in a series. */
function toPoints({ responseId, instrument, answeredAt, submittedAt, scales }: Scored): ScorePoint[] {
  const times = { answeredAt: new Date(answeredAt), submittedAt: new Date(submittedAt) };
  return scales.flatMap(({ scale, value }) =>
    value === null ? [] : { responseId, instrument, scale, value, ...times },
  );
}
