import { raiseAlong, type Rule, type RuleSet } from '@attune/clinical';
import { Database, invalid, notFound, type Person } from '@attune/platform';
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
   * The alerts that a rule set would raise along a series as it grew. Scores that nobody watches are not calm: it is
   * refused.
   * @throws Problem 404 when there is no such rule set, 400 when none of its rules looks at these scores
   */
  run(
    person: Person,
    scores: readonly number[],
    { name, instrument, scale = 'total' }: WhichRules,
  ): Promise<Omit<AnalysisResult, 'method'>> {
    return this.database.asPerson(person, async (tx) => {
      const found = await findRuleSet(tx, name ?? null);
      if (!found) throw notFound('rule set');
      const rules = rulesFor(found, instrument, scale);
      const { alerts, signals, signalling, waiting } = raiseAlong(rules, scores);
      const limits = {
        ...{ ruleSet: found.name, version: found.version },
        ...{ instrument: rules[0]?.instrument, scale, rules },
      };
      const [given, needed] = [scores.length, Math.min(...waiting.map((rule) => rule.needed))];
      if (waiting.length === rules.length) return { outcome: 'insufficient-data', needed, given, limits };
      return {
        outcome: 'computed',
        statistics: {
          alerts,
          perRule: signals,
          insufficientData: waiting.map((rule) => ({ ...rule, given })),
        },
        limits,
        signals: signalling.map((score) => ({ ...score })),
      };
    });
  }
}

/** Without an instrument: the one that the first rule about the alliance looks at, for scores of two do not mix. */
function rulesFor({ rules }: RuleSet, instrument: string | undefined, scale: string): readonly Rule[] {
  const url = instrument ?? rules.find(({ concern }) => concern === 'alliance')?.instrument;
  const about = rules.filter((rule) => rule.instrument === url);
  if (about.length === 0)
    throw invalid([{ pointer: '/options/instrument', detail: 'No rule of this set looks at it.' }]);
  const some = about.filter((rule) => rule.scale === scale);
  if (some.length === 0)
    throw invalid([{ pointer: '/options/scale', detail: 'No rule of this set looks at it.' }]);
  return some;
}
