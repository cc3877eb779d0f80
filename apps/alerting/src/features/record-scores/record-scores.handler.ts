import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '@attune/platform';
import { v7 as newId } from 'uuid';
import type { Alert, AlertFact } from '../../domain/alert/alert.ts';
import { deriveRoute } from '../../domain/alert/derive-route.ts';
import { begins, followRepairs, recount, watchFrom } from '../../domain/series/follow-repairs.ts';
import { recordScores, standingSignals } from '../../domain/series/record-scores.ts';
import { reviewNewest, reviewWhole, type SeriesReview } from '../../domain/series/review-series.ts';
import type { ScorePoint } from '../../domain/series/score-series.ts';
import { saveRepair } from '../../store/alert.store.ts';
import {
  correctPoints,
  lockClient,
  readPoints,
  recordPoints,
  saveMemories,
  voidPoints,
  type ClientState,
} from '../../store/client-state.store.ts';
import { AlertSettings } from '../alert-settings.ts';
import { ConcludeAlerts } from '../conclude-alerts.ts';
import { RulesInForceReader } from './rules-in-force.reader.ts';

/** An alert closed longer ago holds no signal about a score that may still be news. */
const closedForDays = 15;

@Injectable()
export class RecordScores {
  constructor(
    private readonly clock: Clock,
    private readonly rules: RulesInForceReader,
    private readonly settings: AlertSettings,
    private readonly concludeAlerts: ConcludeAlerts,
  ) {}

  async scored(tx: Transaction, clientId: string, instrument: string, points: readonly ScorePoint[]) {
    lockClient(tx, clientId);
    const now = this.clock.now();
    const state = await recordPoints(tx, clientId, instrument, points, closedSince(now));
    const standing = standingSignals(state.alerts);
    const force = await this.rules.read(tx, state.ruleSet, standing);
    const newest = reviewNewest(force, state.memories, points, now);
    const series = lazily(() => readPoints(tx, clientId, instrument));
    const review = newest ?? reviewWhole(force, { points: await series(), standing }, now);
    const arrived = newest ? points : null;
    return this.conclude(tx, clientId, { ...state, arrived, series }, review, now);
  }

  async withdrawn(tx: Transaction, clientId: string, instrument: string, responseId: string) {
    lockClient(tx, clientId);
    const now = this.clock.now();
    const state = await voidPoints(tx, clientId, instrument, responseId, closedSince(now));
    const standing = standingSignals(state.alerts);
    const force = await this.rules.read(tx, state.ruleSet, standing);
    const series = lazily(() => readPoints(tx, clientId, instrument));
    const review = reviewWhole(force, { points: await series(), standing, voided: responseId }, now);
    return this.conclude(tx, clientId, { ...state, arrived: null, series }, review, now);
  }

  /** Another key says something else about answers of before: what it refutes is taken back, and nothing is raised. */
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
    const series = lazily(() => readPoints(tx, clientId, instrument));
    const review = reviewWhole(force, { points: await series(), standing, rescored: responseId }, now);
    return this.conclude(tx, clientId, { ...state, arrived: null, series }, { ...review, found: [] }, now);
  }

  private async conclude(
    tx: Transaction,
    clientId: string,
    state: Looked,
    review: SeriesReview,
    now: Date,
  ): Promise<readonly AlertFact[]> {
    saveMemories(tx, clientId, review.memories);
    const { alerts, relationships } = state;
    const followed = await this.followRepairs(tx, state, review, now);
    const route = deriveRoute(relationships, now);
    const found = recordScores({ clientId, alerts: followed.alerts, route }, review, now, newId);
    const points = found.some(begins) ? await state.series() : [];
    const facts = [...followed.facts, ...found.map((fact) => watchFrom(fact, points))];
    return this.concludeAlerts.conclude(tx, facts, alerts);
  }

  /** What the scores say about ruptures of before, and the alerts as that leaves them. */
  private async followRepairs(
    tx: Transaction,
    { alerts, arrived, series }: Looked,
    review: SeriesReview,
    now: Date,
  ): Promise<{ readonly facts: readonly AlertFact[]; readonly alerts: readonly Alert[] }> {
    if (!alerts.some(({ repair }) => repair?.status === 'watching')) return { facts: [], alerts };
    const { repairWithin } = (await this.settings.read(tx)).policy;
    const whole = arrived === null ? await series() : [];
    const { facts, counted } = arrived
      ? followRepairs(alerts, arrived, review, repairWithin, now)
      : recount(alerts, whole, review, repairWithin, now);
    for (const alert of counted) saveRepair(tx, alert);
    const after = new Map(
      [...facts.map(({ alert }) => alert), ...counted].map((alert) => [alert.alertId, alert]),
    );
    return { facts, alerts: alerts.map((alert) => after.get(alert.alertId) ?? alert) };
  }
}

interface Looked extends ClientState {
  /** The scores that came after all others; null where the whole series had to be looked at again. */
  readonly arrived: readonly ScorePoint[] | null;
  readonly series: () => Promise<readonly ScorePoint[]>;
}

/** Reads once, and only if it is asked for. */
function lazily<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
}

const closedSince = (now: Date) => new Date(now.getTime() - closedForDays * 24 * 60 * 60 * 1000);
