import { raiseAlong, type RaisedAlert, type Rule } from '@attune/clinical';
import { rulesFor } from './series-memory.ts';

/** One client's scores on one scale, in the order of their answers. */
export interface Series {
  readonly clientId: string;
  readonly instrument: string;
  readonly scale: string;
  readonly values: readonly number[];
  readonly answeredAt: readonly Date[];
}

export interface WouldBe extends Omit<RaisedAlert, 'index' | 'rules'> {
  readonly clientId: string;
  readonly rules: readonly string[];
  readonly answeredAt: Date;
}

export interface SeriesTrial {
  /** How many scores of the period the rules have looked at. */
  readonly scores: number;
  readonly alerts: readonly WouldBe[];
}

/** What rules would have raised about one series since a time, each score judged as when it was the newest. */
export function tryRules(rules: readonly Rule[], series: Series, since: Date): SeriesTrial {
  const { clientId, instrument, scale, values, answeredAt } = series;
  const mine = rulesFor(rules, instrument, scale);
  const isSince = (index: number) => (answeredAt[index]?.getTime() ?? 0) >= since.getTime();
  if (mine.length === 0) return { scores: 0, alerts: [] };
  return {
    scores: values.filter((_, index) => isSince(index)).length,
    alerts: raiseAlong(mine, values).alerts.flatMap(({ index, ...alert }) =>
      isSince(index) ? [{ ...alert, clientId, answeredAt: answeredAt[index] as Date }] : [],
    ),
  };
}
