import { startWatch, watchAll, watchNext, type Concern, type Detection, type Rule } from '@attune/clinical';
import type { Signal } from '../alert/signal.ts';
import { ruleOf, type RulesInForce } from './rules-in-force.ts';
import { inOrder, isNews, type ScorePoint } from './score-series.ts';
import { goesOn, memoryOf, rulesFor, type SeriesMemory } from './series-memory.ts';

export interface SeriesReview {
  /** What the rules say about the newest score and nobody has said before. */
  readonly found: readonly Found[];
  /** Signals that the series no longer bears out. */
  readonly refuted: readonly Signal[];
  /** What the rules have to remember of the series that were looked at. */
  readonly memories: readonly SeriesMemory[];
}

/** One thing to tell about a client. */
export interface Found {
  readonly concern: Concern;
  readonly submittedAt: Date;
  readonly signal: Omit<Signal, 'signalId'>;
  /** The rule wants the supervisors to look at it at once. */
  readonly supervised?: boolean;
}

export interface SeriesState {
  readonly points: readonly ScorePoint[];
  /** Signals about this client that stand so far, those of closed alerts included. */
  readonly standing: readonly Signal[];
  /** The response that was just taken back. */
  readonly voided?: string;
  /** The response that was just scored by another key, which may have left it without a score on some scale. */
  readonly rescored?: string;
}

/**
 * Looks at the scores of a response that comes after all others, from what is remembered of those; null where that is
 * not enough and the whole series has to be looked at.
 */
export function reviewNewest(
  force: RulesInForce,
  memories: readonly SeriesMemory[],
  arriving: readonly ScorePoint[],
  now: Date,
): SeriesReview | null {
  const reviews = arriving.map((point) => {
    const rules = rulesFor(force.rules, point.instrument.url, point.scale);
    if (rules.length === 0) return nothing;
    const memory = memories.find(
      ({ instrument, scale }) => instrument === point.instrument.url && scale === point.scale,
    );
    if (!memory || !goesOn(memory, force.ruleSet, point)) return null;
    const looked = rules.map((rule) => {
      const [watch, detection] = watchNext(rule, memory.watches[rule.code] ?? startWatch(rule), point.value);
      return { rule, watch, detection };
    });
    return {
      found: looked.flatMap(({ rule, detection }) => findings(force, rule, point, detection, now)),
      memories: [
        memoryOf(
          force.ruleSet,
          point,
          looked.map(({ rule, watch }) => [rule, watch]),
        ),
      ],
    };
  });
  if (reviews.includes(null)) return null;
  return {
    found: reviews.flatMap((review) => review?.found ?? []),
    refuted: [],
    memories: reviews.flatMap((review) => review?.memories ?? []),
  };
}

const nothing: Pick<SeriesReview, 'found' | 'memories'> = { found: [], memories: [] };

/**
 * Looks at a client's whole series after a change. Only the newest score of a series can give a new signal, and only
 * while it is news; a score that arrives late, is corrected or voided can refute signals, and can change what the newest
 * one means.
 */
export function reviewWhole(
  force: RulesInForce,
  { points, standing, voided, rescored }: SeriesState,
  now: Date,
): SeriesReview {
  const series = [...Map.groupBy(points, (point) => `${point.instrument.url} ${point.scale}`).values()];
  const reviews = series.map((some) => reviewOne(force, inOrder(some), standing, now));
  const withdrawn = standing.filter(
    (signal) =>
      signal.responseId === voided || (signal.responseId === rescored && isWithoutScore(signal, points)),
  );
  return {
    found: reviews.flatMap((review) => review.found),
    refuted: [...new Set([...withdrawn, ...reviews.flatMap((review) => review.refuted)])],
    memories: reviews.flatMap((review) => review.memories),
  };
}

function reviewOne(
  force: RulesInForce,
  series: readonly ScorePoint[],
  standing: readonly Signal[],
  now: Date,
): SeriesReview {
  const newest = series.at(-1);
  if (!newest) return { found: [], refuted: [], memories: [] };
  const values = series.map((point) => point.value);
  const looked = rulesFor(force.rules, newest.instrument.url, newest.scale).map((rule) => {
    const [watch, detections] = watchAll(rule, values);
    return { rule, watch, detections };
  });
  const isSaid = ({ code }: Rule) =>
    standing.some((signal) => signal.rule === code && signal.responseId === newest.responseId);
  const memory = memoryOf(
    force.ruleSet,
    newest,
    looked.map(({ rule, watch }) => [rule, watch]),
  );
  return {
    found: looked.flatMap(({ rule, detections }) =>
      isSaid(rule) ? [] : findings(force, rule, newest, detections.at(-1), now),
    ),
    refuted: standing.filter((signal) => isRefuted(force, signal, series, values)),
    memories: looked.length === 0 ? [] : [memory],
  };
}

/** Whether a signal speaks about a score that there is no more. One about a risk item never spoke about a score. */
const isWithoutScore = ({ detector, responseId, scale }: Signal, points: readonly ScorePoint[]): boolean =>
  detector !== 'risk-item' &&
  !points.some((point) => point.responseId === responseId && point.scale === scale);

/** Whether the rule that gave a signal would not give it any more. */
function isRefuted(
  force: RulesInForce,
  signal: Signal,
  series: readonly ScorePoint[],
  values: readonly number[],
): boolean {
  const place = series.findIndex(
    ({ responseId, scale }) => responseId === signal.responseId && scale === signal.scale,
  );
  const rule = place < 0 ? undefined : ruleOf(force, signal);
  if (!rule) return false;
  const [, detections] = watchAll(rule, values.slice(0, place + 1));
  return detections.at(-1)?.outcome !== 'signal';
}

function findings(
  { ruleSet }: RulesInForce,
  rule: Rule,
  point: ScorePoint,
  detection: Detection | undefined,
  now: Date,
): Found[] {
  if (detection?.outcome !== 'signal' || !isNews(point, now)) return [];
  const { responseId, instrument, scale } = point;
  const { code, severity, direction, detector } = rule;
  const about = { rule: code, ruleSet, severity, detector: detector.kind, direction };
  const signal = {
    ...{ ...about, responseId, instrument, scale, ...detection.evidence },
    ...{ detectedAt: now, withdrawn: false },
  };
  const supervised = rule.also === 'supervisor';
  return [{ concern: rule.concern, submittedAt: point.submittedAt, signal, supervised }];
}
