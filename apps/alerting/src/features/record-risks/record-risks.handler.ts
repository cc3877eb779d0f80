import { Clock, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { AlertFact } from '../../domain/alert/alert.ts';
import { deriveRoute, routeOf } from '../../domain/alert/derive-route.ts';
import { recordScores } from '../../domain/series/record-scores.ts';
import { refutedRisk, reviewRisk, type Risk } from '../../domain/attendance/record-risk.ts';
import type { SeriesReview } from '../../domain/series/review-series.ts';
import { lockClient, readSafetyState, type RoutingState } from '../../store/client-state.store.ts';
import { clinicLeads } from '../../store/person.store.ts';
import { ConcludeAlerts } from '../conclude-alerts.ts';

/** The lane of risk items: immediate, apart from every score, and to the clinic lead where nobody else is. */
@Injectable()
export class RecordRisks {
  constructor(
    private readonly clock: Clock,
    private readonly concludeAlerts: ConcludeAlerts,
  ) {}

  async flagged(tx: Transaction, clientId: string, risk: Risk): Promise<readonly AlertFact[]> {
    lockClient(tx, clientId);
    const state = await readSafetyState(tx, clientId);
    return this.conclude(tx, clientId, state, reviewRisk(state.alerts, risk, this.clock.now()));
  }

  async withdrawn(tx: Transaction, clientId: string, responseId: string): Promise<readonly AlertFact[]> {
    lockClient(tx, clientId);
    const state = await readSafetyState(tx, clientId);
    return this.conclude(tx, clientId, state, { found: [], refuted: refutedRisk(state.alerts, responseId) });
  }

  private async conclude(
    tx: Transaction,
    clientId: string,
    { alerts, relationships }: RoutingState,
    review: Pick<SeriesReview, 'found' | 'refuted'>,
  ): Promise<readonly AlertFact[]> {
    const now = this.clock.now();
    const route = routeOf(deriveRoute(relationships, now), 'safety', await clinicLeads(tx));
    const facts = recordScores({ clientId, alerts, route }, review, now, newId);
    return this.concludeAlerts.conclude(tx, facts, alerts);
  }
}
