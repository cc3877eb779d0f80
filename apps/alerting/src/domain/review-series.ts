import { watchAll, type Evidence, type Rule } from '@attune/clinical';
import type { Signal } from './alert.ts';
import { inOrder, isNews, type ScorePoint } from './score-series.ts';

export interface SeriesReview {
  /** What the rules say about the newest score and nobody has said before. */
  readonly found: readonly {
    readonly rule: Rule;
    readonly point: ScorePoint;
    readonly signal: Omit<Signal, 'signalId'>;
  }[];
  /** Signals that the series no longer bears out. */
  readonly refuted: readonly Signal[];
}

export interface SeriesState {
  readonly points: readonly ScorePoint[];
  /** Signals about this client that stand so far, those of closed alerts included. */
  readonly standing: readonly Signal[];
  /** The response that was just taken back. */
  readonly voided?: string;
}

/**
 * Looks at a client's series after a change. Only the newest score of a series can give a new signal, and only while
 * it is news; a score that arrives late or is voided can refute signals, and can change what the newest one means.
 */
export function reviewSeries(rules: readonly Rule[], state: SeriesState, now: Date): SeriesReview {
  const reviews = rules.map((rule) => reviewRule(rule, state, now));
  const voided = state.standing.filter((signal) => signal.responseId === state.voided);
  return {
    found: reviews.flatMap((review) => review.found),
    refuted: [...new Set([...voided, ...reviews.flatMap((review) => review.refuted)])],
  };
}

function reviewRule(rule: Rule, { points, standing }: SeriesState, now: Date): SeriesReview {
  const series = inOrder(
    points.filter(({ instrument, scale }) => instrument.url === rule.instrument && scale === rule.scale),
  );
  const [, detections] = watchAll(
    rule,
    series.map((point) => point.value),
  );
  const spoken = standing.filter((signal) => signal.rule === rule.code);
  const refuted = spoken.filter((signal) => {
    const place = series.findIndex((point) => point.responseId === signal.responseId);
    return place >= 0 && detections[place]?.outcome !== 'signal';
  });

  const newest = series.at(-1);
  if (!newest || !isNews(newest, now)) return { found: [], refuted };
  if (spoken.some((signal) => signal.responseId === newest.responseId)) return { found: [], refuted };
  const detection = detections.at(-1);
  if (detection?.outcome !== 'signal') return { found: [], refuted };
  return {
    found: [{ rule, point: newest, signal: signalOf(rule, newest, detection.evidence, now) }],
    refuted,
  };
}

function signalOf(rule: Rule, point: ScorePoint, { value, threshold, previous }: Evidence, now: Date) {
  const { responseId, instrument, scale } = point;
  const { code, severity } = rule;
  return {
    rule: code,
    severity,
    responseId,
    instrument,
    scale,
    ...{ value, threshold, previous },
    detectedAt: now,
    withdrawn: false,
  };
}
