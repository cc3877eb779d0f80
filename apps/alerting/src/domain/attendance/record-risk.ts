import { standingSignals } from '../series/record-scores.ts';
import type { Alert } from '../alert/alert.ts';
import type { Signal } from '../alert/signal.ts';
import type { Found, SeriesReview } from '../series/review-series.ts';
import { isNews } from '../series/score-series.ts';

/** An answer about harm that asks for contact at once. */
export interface Risk {
  readonly responseId: string;
  readonly instrument: { readonly url: string; readonly version: string };
  /** How many items were answered so; which ones stays with the answers. */
  readonly items: number;
  readonly answeredAt: Date;
  readonly submittedAt: Date;
}

export const riskRule = 'risk-item';

/**
 * What a flagged risk says: always something of the gravest kind, whether or not newer answers have come since, unless
 * it is history. It is a matter of its own and no part of any score series.
 */
export function reviewRisk(
  alerts: readonly Alert[],
  risk: Risk,
  now: Date,
): Pick<SeriesReview, 'found' | 'refuted'> {
  const isSaid = standingSignals(alerts).some((signal) => isOf(signal, risk.responseId));
  if (isSaid || !isNews(risk, now)) return { found: [], refuted: [] };
  const { responseId, instrument, submittedAt } = risk;
  const about = { rule: riskRule, detector: riskRule, ruleSet: 'risk-item@1', severity: 'high' } as const;
  const nothing = { previous: null, reference: null, statistic: null, direction: 'lower-is-better' } as const;
  const signal: Found['signal'] = {
    ...{ ...about, ...nothing, responseId, instrument, scale: 'risk' },
    ...{ value: risk.items, threshold: 1, detectedAt: now, withdrawn: false },
  };
  return { found: [{ concern: 'safety', submittedAt, signal }], refuted: [] };
}

/** The signals that a withdrawn risk takes along. */
export const refutedRisk = (alerts: readonly Alert[], responseId: string): Signal[] =>
  standingSignals(alerts).filter((signal) => isOf(signal, responseId));

const isOf = ({ rule, responseId }: Signal, id: string) => rule === riskRule && responseId === id;
