import { raiseAlong } from '@attune/clinical';
import { Database, notFound, type Person } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { findRuleSet } from '../../store/rule-set.store.ts';
import type { AnalysisResult } from './analysis.schema.ts';

export interface WhichRules {
  readonly name?: string | undefined;
  readonly instrument?: string | undefined;
  readonly scale?: string | undefined;
}

@Injectable()
export class AnalyseByRules {
  constructor(private readonly database: Database) {}

  /**
   * The alerts that a rule set would raise along a series as it grew.
   * @throws Problem 404 when there is no such rule set
   */
  run(
    person: Person,
    scores: readonly number[],
    { name, instrument, scale = 'total' }: WhichRules,
  ): Promise<Omit<AnalysisResult, 'method'>> {
    return this.database.asPerson(person, async (tx) => {
      const found = await findRuleSet(tx, name ?? null);
      if (!found) throw notFound('rule set');
      const rules = found.rules.filter(
        (rule) =>
          rule.scale === scale &&
          (instrument === undefined ? rule.concern === 'alliance' : rule.instrument === instrument),
      );
      const { alerts, signals } = raiseAlong(rules, scores);
      return {
        outcome: 'computed',
        statistics: { alerts, perRule: signals },
        limits: { ruleSet: found.name, version: found.version, rules },
        signals: alerts.map((alert) => ({ ...alert })),
      };
    });
  }
}
