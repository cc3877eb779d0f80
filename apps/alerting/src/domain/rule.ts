import { absoluteCutOff, fallSinceLast, type Detection, type ScoreSeries } from '@attune/clinical';
import type { Concern, Severity } from './alert.ts';

/** A rule is data: which scale of which instrument, which detector with which parameters, and how grave it is. */
export interface Rule {
  readonly code: string;
  readonly title: string;
  readonly concern: Concern;
  readonly severity: Severity;
  readonly instrument: string;
  readonly scale: string;
  readonly detector:
    | { readonly kind: 'absolute-cut-off'; readonly below: number }
    | { readonly kind: 'fall-since-last'; readonly by: number };
}

/** What the rule says about the newest score of a series. */
export function applyRule({ detector }: Rule, series: ScoreSeries): Detection {
  switch (detector.kind) {
    case 'absolute-cut-off':
      return absoluteCutOff(series, detector);
    case 'fall-since-last':
      return fallSinceLast(series, detector);
  }
}
