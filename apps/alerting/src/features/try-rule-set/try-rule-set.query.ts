import type { Rule } from '@attune/clinical';
import { Clock, Database, type Person } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { tryRules, type WouldBe } from '../../domain/series/dry-run.ts';
import { pastSeries } from '../../store/past-series.store.ts';
import type { Trial } from './trial.schema.ts';

const mostItems = 500;
const day = 24 * 60 * 60 * 1000;

/**
 * Counts over every client, whoever asks: numbers are for all who may change rules, the list of clients only for those
 * who may see them.
 */
@Injectable()
export class TryRuleSet {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ roles }: Person, rules: readonly Rule[], days: number): Promise<Omit<Trial, 'warnings'>> {
    const since = new Date(this.clock.now().getTime() - days * day);
    const instruments = [...new Set(rules.map(({ instrument }) => instrument))];
    const alerts: WouldBe[] = [];
    const clients = new Set<string>();
    let [scores, signalling] = [0, 0];
    await this.database.asWorker(async (tx) => {
      for await (const some of pastSeries(tx, instruments)) {
        for (const [clientId, all] of Map.groupBy(some, (series) => series.clientId)) {
          const trial = tryRules(rules, all, since);
          scores += trial.scores;
          signalling += trial.signalling;
          if (trial.scores > 0) clients.add(clientId);
          alerts.push(...trial.alerts);
        }
      }
    });
    const clientsWithAlert = new Set(alerts.map(({ clientId }) => clientId)).size;
    const newest = alerts.toSorted((one, other) => other.answeredAt.getTime() - one.answeredAt.getTime());
    return {
      ...{ days, scores, clients: clients.size, signallingScores: signalling },
      ...{ alerts: alerts.length, clientsWithAlert },
      alertsPer100Scores: scores === 0 ? 0 : Math.round((alerts.length / scores) * 1000) / 10,
      summary: `Would have raised ${count(alerts.length, 'alert')} for ${count(clientsWithAlert, 'client')} in the last ${count(days, 'day')}. ${count(signalling, 'score')} would have signalled; signals in a row count as one alert.`,
      items: roles.includes('clinic-lead') ? newest.slice(0, mostItems).map(toItem) : null,
    };
  }
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;

const toItem = ({ clientId, concern, answeredAt, severity, rules, reason, scores }: WouldBe) => ({
  ...{ clientId, concern, severity, reason, scores },
  answeredAt: answeredAt.toISOString(),
  rules: [...rules],
});
