import { type Alert, cutOffOf, type RuleInForce } from '../api/alerts.ts';
import { type ClientCourse, isAlliance, type Series } from '../api/caseload.ts';
import { type Course, courseOf } from '../charts/course-model.ts';
import { type Sign, signsOf } from '../charts/signs.ts';

interface Chart {
  readonly series: Series;
  readonly course: Course;
  /** The signs that no chart above has explained. */
  readonly explained: readonly Sign[];
}

interface Charts {
  readonly charts: readonly Chart[];
  /** From the first answer on any scale to the last. */
  readonly span: readonly [from: number, to: number] | null;
}

/** The alliance as the board shows it, then what else the same instrument says, then outcome measures. */
export function chartsOf(
  client: ClientCourse,
  alerts: readonly Alert[],
  rules: readonly RuleInForce[],
): Charts {
  const known = new Set<Sign>();
  const charts = client.series
    .toSorted((one, other) => place(client, one) - place(client, other))
    .map((series) => {
      const course = courseOf(series, client.sessions, alerts, cutOffOf(rules, series));
      const explained = signsOf(course).filter((sign) => !known.has(sign));
      for (const sign of explained) known.add(sign);
      return { series, course, explained };
    });
  const times = client.series.flatMap(({ points }) => points.map(({ answeredAt }) => Date.parse(answeredAt)));
  return { charts, span: times.length === 0 ? null : [Math.min(...times), Math.max(...times)] };
}

const place = (client: ClientCourse, series: Series) =>
  isAlliance(client, series) ? 0 : series.instrumentUrl === client.lastScore?.instrument ? 1 : 2;
