import { Injectable } from '@nestjs/common';
import { append } from '@attune/messaging';
import { Clock, type Transaction } from '@attune/platform';
import { v7 as newId } from 'uuid';
import type { AlertFact } from '../../domain/alert.ts';
import { deriveRoute } from '../../domain/derive-route.ts';
import { recordScores } from '../../domain/record-scores.ts';
import { ruleSet } from '../../domain/rule-set.ts';
import type { ScorePoint } from '../../domain/score-series.ts';
import { saveAlerts } from '../../store/alert.store.ts';
import { lockClient, recordPoints, voidPoints, type ClientState } from '../../store/client-state.store.ts';
import { alertEvent } from '../alert-events.ts';

/** An alert closed longer ago holds no signal about a score that may still be news. */
const closedForDays = 15;

@Injectable()
export class RecordScores {
  constructor(private readonly clock: Clock) {}

  async scored(tx: Transaction, clientId: string, instrument: string, points: readonly ScorePoint[]) {
    lockClient(tx, clientId);
    const now = this.clock.now();
    const state = await recordPoints(tx, clientId, instrument, points, closedSince(now));
    return this.conclude(tx, clientId, state, now);
  }

  async withdrawn(tx: Transaction, clientId: string, instrument: string, responseId: string) {
    lockClient(tx, clientId);
    const now = this.clock.now();
    const state = await voidPoints(tx, clientId, instrument, responseId, closedSince(now));
    return this.conclude(tx, clientId, state, now, responseId);
  }

  private async conclude(tx: Transaction, clientId: string, state: ClientState, now: Date, voided?: string) {
    const route = deriveRoute(state.relationships, now);
    const series = { points: state.points, ...(voided === undefined ? {} : { voided }) };
    const facts: AlertFact[] = recordScores(
      { clientId, alerts: state.alerts, route },
      series,
      ruleSet,
      now,
      newId,
    );
    if (facts.length === 0) return facts;
    saveAlerts(tx, facts, state.alerts);
    append(tx, ...facts.map(alertEvent));
    return facts;
  }
}

const closedSince = (now: Date) => new Date(now.getTime() - closedForDays * 24 * 60 * 60 * 1000);
