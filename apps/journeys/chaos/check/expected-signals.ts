import { absoluteCutOff, fallSinceLast, type Detection } from '@attune/clinical';
import type { Submission } from '../stream/patient.ts';

/** A rule in force, as the API tells it. */
export interface Rule {
  readonly code: string;
  readonly concern: string;
  readonly instrument: string;
  readonly scale: string;
  readonly detector:
    | { readonly kind: 'absolute-cut-off'; readonly below: number }
    | { readonly kind: 'fall-since-last'; readonly by: number };
}

export interface ExpectedSignal {
  readonly rule: string;
  readonly responseId: string;
  readonly value: number;
  readonly previous: number | null;
  readonly withdrawn: boolean;
}

/** What the rules must have said about a client's responses, each when it was the newest. */
export function expectedSignals(
  submissions: readonly Submission[],
  rules: readonly Rule[],
): ExpectedSignal[] {
  const totals = submissions.map(({ total }) => total);
  return submissions.flatMap(({ responseId, voided }, place) =>
    rules.flatMap((rule): ExpectedSignal[] => {
      const detection = detect(rule, totals.slice(0, place + 1));
      if (detection.outcome !== 'signal') return [];
      const { value, previous } = detection.evidence;
      return [{ rule: rule.code, responseId, value, previous, withdrawn: voided }];
    }),
  );
}

function detect({ detector }: Rule, series: readonly number[]): Detection {
  return detector.kind === 'absolute-cut-off'
    ? absoluteCutOff(series, detector)
    : fallSinceLast(series, detector);
}
