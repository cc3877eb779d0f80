import { append } from '@attune/messaging';
import { Clock, Database, Sweep } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { advanceRescoring, nextAnswered, takeRescoring } from '../../store/rescoring.store.ts';
import { KnownInstruments } from '../known-instruments.ts';
import { republishedEvent } from '../response-events.ts';

const everyMs = 2_000;
const atOnce = 200;

/** Hands the answers of earlier responses to scoring once more, some at a time. */
@Injectable()
export class RescoreSweep extends Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly instruments: KnownInstruments,
  ) {
    super(everyMs);
  }

  async sweep(): Promise<number> {
    let total = 0;
    for (let last = atOnce; last === atOnce; total += last) last = await this.some();
    return total;
  }

  private some(): Promise<number> {
    return this.database.asWorker(async (tx) => {
      const now = this.clock.now();
      const due = await takeRescoring(tx, now);
      if (!due) return 0;
      const responses = await nextAnswered(tx, due, atOnce);
      const instrument = await this.instruments.get(tx, due);
      if (instrument.scales.length > 0) {
        append(tx, ...responses.map((response) => republishedEvent(response, instrument, now)));
      }
      await advanceRescoring(tx, due.rescoringId, responses, responses.length < atOnce ? now : null);
      return responses.length;
    });
  }
}
