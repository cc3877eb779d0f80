import { raiseAlong, severities, type Concern, type RaisedAlert, type Rule } from '@attune/clinical';
import { rulesFor } from './series-memory.ts';

/** One client's scores on one scale, in the order of their answers. */
export interface Series {
  readonly clientId: string;
  readonly instrument: string;
  readonly scale: string;
  readonly values: readonly number[];
  readonly answeredAt: readonly Date[];
}

/** An alert as it would have been raised; later scores that signalled while it was open have joined it. */
export interface WouldBe extends Omit<RaisedAlert, 'index' | 'rules'> {
  readonly clientId: string;
  readonly concern: Concern;
  /** Of every score in it. */
  readonly rules: readonly string[];
  readonly answeredAt: Date;
  /** How many scores signalled, the first included. */
  readonly scores: number;
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
  readonly said: RaisedAlert | null;
}

function looksAt(rules: readonly Rule[], series: Series, since: Date): Look[] {
  const { clientId, instrument, scale, values, answeredAt } = series;
  const mine = Map.groupBy(rulesFor(rules, instrument, scale), ({ concern }) => concern);
  return [...mine].flatMap(([concern, some]) => {
    const raised = new Map(raiseAlong(some, values).alerts.map((alert) => [alert.index, alert]));
    return answeredAt.flatMap((at, index) => {
      const score = `${instrument} ${scale} ${index}`;
      const look = { clientId, concern, score, answeredAt: at, said: raised.get(index) ?? null };
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
    const signalling = together.filter(({ said }) => said !== null);
    for (const look of signalling) {
      const last = open ? alerts.pop() : undefined;
      alerts.push(last ? joined(last, look) : begun(look));
      open = true;
    }
    if (signalling.length === 0) open = false;
  }
  return alerts;
}

function begun({ clientId, concern, answeredAt, said }: Look): WouldBe {
  const { severity, rules, reason } = said as RaisedAlert;
  return { clientId, concern, answeredAt, severity, rules, reason, scores: 1 };
}

function joined(alert: WouldBe, { said }: Look): WouldBe {
  const { severity, rules } = said as RaisedAlert;
  const graver = severities.indexOf(severity) > severities.indexOf(alert.severity);
  return {
    ...alert,
    severity: graver ? severity : alert.severity,
    rules: [...new Set([...alert.rules, ...rules])],
    scores: alert.scores + 1,
  };
}
