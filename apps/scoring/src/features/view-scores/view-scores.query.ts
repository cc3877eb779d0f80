import { audit, Clock, Database, notFound, requireClient, type Person } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { findByResponse, listScores, type Place } from '../../store/score.store.ts';
import { viewScore, type ScoreView } from './score-view.ts';

export interface ScoreFilter {
  readonly clientId: string;
  readonly instrument: string | null;
}

@Injectable()
export class ViewScores {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One page of a client's scores, and one score more when there is a next page. */
  page(
    person: Person,
    { clientId, instrument }: ScoreFilter,
    after: Place | null,
    limit: number,
  ): Promise<ScoreView[]> {
    return this.database.asPerson(person, async (tx) => {
      const scores = await listScores(tx, clientId, instrument, after, limit + 1);
      if (scores.length === 0) await requireClient(tx, clientId);
      audit(tx, {
        person,
        action: 'view-scores',
        clientIds: [clientId],
        subject: instrument,
        at: this.clock.now(),
      });
      return scores.map(viewScore);
    });
  }

  byResponse(person: Person, responseId: string): Promise<ScoreView> {
    return this.database.asPerson(person, async (tx) => {
      const score = await findByResponse(tx, responseId);
      if (!score) throw notFound('score');
      const { clientId } = score;
      audit(tx, {
        person,
        action: 'view-score',
        clientIds: [clientId],
        subject: responseId,
        at: this.clock.now(),
      });
      return viewScore(score);
    });
  }
}
