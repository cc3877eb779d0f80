import type { Alert } from '../api/alerts.ts';
import type { Series, Session } from '../api/caseload.ts';
import { boundsOf, signalsOn, type Target, targetOf } from './alert-lines.ts';

/** One answer on a scale. */
export interface Point {
  readonly at: number;
  readonly value: number;
  readonly responseId: string;
  /** What is usual for this client: mean ± 1 SD of all earlier scores, from the fourth on. */
  readonly usual: { readonly low: number; readonly high: number } | null;
  readonly mark: 'rupture' | 'repair' | null;
  /** The score that it was held against where it raised an alert. */
  readonly bound: number | null;
  /** Beyond the cut-off. */
  readonly weak: boolean;
  /** Since the answer before; null for the first. */
  readonly change: number | null;
}

/** What somebody comes by on the way along a course: an answer, or a session that nobody answered about. */
export interface Stop {
  readonly at: number;
  readonly point: Point | null;
}

export interface Course {
  readonly points: readonly Point[];
  /** Starts of completed sessions that nobody answered about. */
  readonly unanswered: readonly number[];
  /** The points again, parted where such a session lies between. */
  readonly lines: readonly (readonly Point[])[];
  /** Both, in their order. */
  readonly stops: readonly Stop[];
  /** Beyond it a score raises an alert by itself. */
  readonly cutOff: number | null;
  /** What the latest rupture has to come back to. */
  readonly target: Target | null;
}

const earlierNeeded = 3;

/** What a chart and its table show of a scale, from what the platform knows about the client. */
export function courseOf(
  series: Series,
  sessions: readonly Session[] = [],
  alerts: readonly Alert[] = [],
  cutOff: number | null = null,
): Course {
  const answered = series.points
    .flatMap(({ value, answeredAt, responseId }) =>
      value === null ? [] : [{ at: Date.parse(answeredAt), value, responseId }],
    )
    .toSorted((one, other) => one.at - other.at);
  const [marks, bounds] = [marksOf(series, answered, alerts), boundsOf(series, alerts)];
  const points = answered.map((point, index) => ({
    ...point,
    usual: usualOf(answered.slice(0, index).map(({ value }) => value)),
    mark: marks.get(point.responseId) ?? null,
    bound: bounds.get(point.responseId) ?? null,
    weak: cutOff !== null && (series.higherIsBetter ? point.value < cutOff : point.value > cutOff),
    change: changeTo(point.value, answered[index - 1]),
  }));
  const unanswered = unansweredIn(series, sessions, points);
  const stops = [
    ...points.map((point) => ({ at: point.at, point })),
    ...unanswered.map((at) => ({ at, point: null })),
  ].toSorted((one, other) => one.at - other.at);
  return {
    points,
    unanswered,
    lines: partedAt(points, unanswered),
    stops,
    cutOff,
    target: targetOf(series, alerts),
  };
}

/** Mean ± 1 SD (n − 1); null while there are too few to speak of a usual. */
export function usualOf(earlier: readonly number[]): Point['usual'] {
  if (earlier.length < earlierNeeded) return null;
  const mean = earlier.reduce((sum, value) => sum + value, 0) / earlier.length;
  const squares = earlier.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (earlier.length - 1));
  return { low: mean - deviation, high: mean + deviation };
}

const changeTo = (value: number, before: Answered | undefined) => (before ? value - before.value : null);

type Answered = Pick<Point, 'at' | 'value' | 'responseId'>;

/** Ruptures are what alerts rest on; a repair is the first score after the last of them that is back at its target. */
function marksOf(series: Series, points: readonly Answered[], alerts: readonly Alert[]) {
  const marks = new Map<string, 'rupture' | 'repair'>();
  for (const alert of alerts) {
    const behind = signalsOn(series, alert);
    for (const { responseId } of behind) marks.set(responseId, 'rupture');
    if (alert.repair?.status !== 'repaired') continue;
    const { target } = alert.repair;
    const ids = new Set(behind.map(({ responseId }) => responseId));
    const last = points.findLastIndex(({ responseId }) => ids.has(responseId));
    const back = last < 0 ? undefined : points.slice(last + 1).find(({ value }) => value >= target);
    if (back && !marks.has(back.responseId)) marks.set(back.responseId, 'repair');
  }
  return marks;
}

/**
 * Completed sessions without an answer: after the first answer, and for a scale that is asked about in most sessions
 * only; one that is asked now and then has no gaps.
 */
function unansweredIn(series: Series, sessions: readonly Session[], points: readonly Point[]): number[] {
  const [first] = points;
  if (!first) return [];
  const about = new Set(series.points.map(({ sessionId }) => sessionId));
  const held = sessions.filter(
    ({ status, startsAt }) => status === 'completed' && Date.parse(startsAt) > first.at,
  );
  const missing = held.filter(({ sessionId }) => !about.has(sessionId));
  return missing.length * 2 > held.length
    ? []
    : missing.map(({ startsAt }) => Date.parse(startsAt)).toSorted((one, other) => one - other);
}

function partedAt(points: readonly Point[], gaps: readonly number[]): Point[][] {
  const lines: Point[][] = [];
  for (const point of points) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    const parted = before && gaps.some((at) => at > before.at && at < point.at);
    if (line && !parted) line.push(point);
    else lines.push([point]);
  }
  return lines;
}
