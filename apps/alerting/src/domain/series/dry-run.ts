import {
  beginAlert,
  joinAlert,
  raiseAlong,
  type Concern,
  type RaisedAlert,
  type Rule,
  type SignallingScore,
} from '@attune/clinical';
import { rulesFor } from './series-memory.ts';

/** One client's scores on one scale, in the order of their answers. */
export interface Series {
  readonly clientId: string;
  readonly instrument: string;
  readonly scale: string;
  readonly values: readonly number[];
  readonly answeredAt: readonly Date[];
}

/** An alert as it would have been raised. */
export interface WouldBe extends RaisedAlert {
  readonly clientId: string;
  /** When its first score was given. */
  readonly answeredAt: Date;
}

export interface ClientTrial {
  /** How many scores of the period the rules have looked at. */
  readonly scores: number;
  /** How many of them a rule speaks about. */
  readonly signalling: number;
  readonly alerts: readonly WouldBe[];
}

/**
 * What rules would have raised about one client since a time, each score judged as when it was the newest. As on the
 * platform one alert is open for each concern and further signals join it. When somebody would have answered it nobody
 * can know: it is taken to be over with the first score that no rule about that concern speaks about.
 */
export function tryRules(rules: readonly Rule[], client: readonly Series[], since: Date): ClientTrial {
  const looks = client.flatMap((series) => looksAt(rules, series, since));
  const byConcern = Map.groupBy(looks, ({ concern }) => concern);
  // A score that rules about two concerns have looked at is one score.
  const scoresIn = (some: readonly Look[]) => new Set(some.map(({ score }) => score)).size;
  return {
    scores: scoresIn(looks),
    signalling: scoresIn(looks.filter(({ said }) => said !== null)),
    alerts: [...byConcern.values()].flatMap(foldUp),
  };
}

/** A score of the period, and what the rules about one concern say about it. */
interface Look {
  readonly clientId: string;
  readonly concern: Concern;
  readonly score: string;
  readonly answeredAt: Date;
  readonly said: SignallingScore | null;
}

function looksAt(rules: readonly Rule[], series: Series, since: Date): Look[] {
  const { clientId, instrument, scale, values, answeredAt } = series;
  const mine = Map.groupBy(rulesFor(rules, instrument, scale), ({ concern }) => concern);
  return [...mine].flatMap(([concern, some]) => {
    const spoken = new Map(raiseAlong(some, values).signalling.map((each) => [each.index, each]));
    return answeredAt.flatMap((at, index) => {
      const score = `${instrument} ${scale} ${index}`;
      const look = { clientId, concern, score, answeredAt: at, said: spoken.get(index) ?? null };
      return at >= since ? [look] : [];
    });
  });
}

function foldUp(looks: readonly Look[]): WouldBe[] {
  const alerts: WouldBe[] = [];
  let open = false;
  // What was answered at one time is judged together: a calm scale does not end what another one has just begun.
  const times = Map.groupBy(looks, ({ answeredAt }) => answeredAt.getTime());
  for (const [, together] of [...times].toSorted(([one], [other]) => one - other)) {
    const signalling = together.flatMap(({ said, ...look }) => (said ? [{ ...look, said }] : []));
    for (const { clientId, concern, answeredAt, said } of signalling) {
      const last = open ? alerts.pop() : undefined;
      alerts.push(last ? joinAlert(last, said) : { clientId, answeredAt, ...beginAlert(concern, said) });
      open = true;
    }
    if (signalling.length === 0) open = false;
  }
  return alerts;
}
