import type { Factor } from '../domain/caseload-entry.ts';

/** How a client comes and answers, and the signs that they may leave. */
export interface SignsRow {
  readonly attrition: number;
  readonly factors: Factor[];
  readonly missed_in_a_row: number;
  readonly missed_lately: number;
  readonly requests_due: number;
  readonly requests_answered: number;
  readonly requests_silent: number;
  readonly care_since: Date | null;
  readonly last_contact_at: Date | null;
}

/** From a client's row, or from none where nothing is known of the client yet. */
export const signsOf = (row: string) => `
  coalesce(${row}.attrition, 0) AS attrition, coalesce(${row}.factors, '[]') AS factors,
  coalesce(${row}.missed_in_a_row, 0) AS missed_in_a_row, coalesce(${row}.missed_lately, 0) AS missed_lately,
  coalesce(${row}.requests_due, 0) AS requests_due, coalesce(${row}.requests_answered, 0) AS requests_answered,
  coalesce(${row}.requests_silent, 0) AS requests_silent, ${row}.care_since,
  greatest(${row}.last_session_at, ${row}.last_answer_at) AS last_contact_at`;
