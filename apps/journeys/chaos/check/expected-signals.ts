import { raiseAlong, type Rule } from '@attune/clinical';
import type { Submission } from '../stream/patient.ts';

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
  return raiseAlong(rules, totals).signals.flatMap(({ index, rule, evidence }): ExpectedSignal[] => {
    const submission = submissions[index];
    if (!submission) return [];
    const { responseId, voided } = submission;
    const { value, previous } = evidence;
    return [{ rule, responseId, value, previous, withdrawn: voided }];
  });
}
