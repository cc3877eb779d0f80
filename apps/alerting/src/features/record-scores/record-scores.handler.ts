import { Injectable } from '@nestjs/common';
import { append } from '@attune/messaging';
import { Clock, type Transaction } from '@attune/platform';
import { v7 as newId } from 'uuid';
import type { AlertFact } from '../../domain/alert.ts';
import { deriveRoute } from '../../domain/derive-route.ts';
import { recordScores, standingSignals } from '../../domain/record-scores.ts';
import { reviewNewest, reviewWhole, type SeriesReview } from '../../domain/review-series.ts';
import type { ScorePoint } from '../../domain/score-series.ts';
import { saveAlerts } from '../../store/alert.store.ts';
import {
  correctPoints,
  lockClient,
  readPoints,
  recordPoints,
  saveMemories,
  voidPoints,
  type ClientState,
} from '../../store/client-state.store.ts';
import { alertEvent } from '../alert-events.ts';
import { RulesInForceReader } from './rules-in-force.reader.ts';

/** An alert closed longer ago holds no signal about a score that may still be news. */
const closedForDays = 15;

@Injectable()
export class RecordScores {
  constructor(
    private readonly clock: Clock,
    private readonly rules: RulesInForceReader,
  ) {}

  async scored(tx: Transaction, clientId: string, instrument: string, points: readonly ScorePoint[]) {
    lockClient(tx, clientId);
    const now = this.clock.now();
    const state = await recordPoints(tx, clientId, instrument, points, closedSince(now));
    const standing = standingSignals(state.alerts);
    const force = await this.rules.read(tx, state.ruleSet, standing);
    const review =
      reviewNewest(force, state.memories, points, now) ??
      reviewWhole(force, { points: await readPoints(tx, clientId, instrument), standing }, now);
    return this.conclude(tx, clientId, state, review, now);
  }

  async withdrawn(tx: Transaction, clientId: string, instrument: string, responseId: string) {
    lockClient(tx, clientId);
    const now = this.clock.now();
    const state = await voidPoints(tx, clientId, instrument, responseId, closedSince(now));
    const standing = standingSignals(state.alerts);
    const force = await this.rules.read(tx, state.ruleSet, standing);
    const points = await readPoints(tx, clientId, instrument);
    const review = reviewWhole(force, { points, standing, voided: responseId }, now);
    return this.conclude(tx, clientId, state, review, now);
  }

  async corrected(
    tx: Transaction,
    clientId: string,
    instrument: string,
    responseId: string,
    points: readonly ScorePoint[],
  ) {
    lockClient(tx, clientId);
    const now = this.clock.now();
    const state = await correctPoints(tx, clientId, instrument, responseId, points, closedSince(now));
    const standing = standingSignals(state.alerts);
    const force = await this.rules.read(tx, state.ruleSet, standing);
    const review = reviewWhole(force, { points: await readPoints(tx, clientId, instrument), standing }, now);
    return this.conclude(tx, clientId, state, review, now);
  }

  private conclude(
    tx: Transaction,
    clientId: string,
    { alerts, relationships }: ClientState,
    review: SeriesReview,
    now: Date,
  ): AlertFact[] {
    saveMemories(tx, clientId, review.memories);
    const route = deriveRoute(relationships, now);
    const facts = recordScores({ clientId, alerts, route }, review, now, newId);
    if (facts.length === 0) return facts;
    saveAlerts(tx, facts, alerts);
    append(tx, ...facts.map(alertEvent));
    return facts;
  }
}

const closedSince = (now: Date) => new Date(now.getTime() - closedForDays * 24 * 60 * 60 * 1000);
