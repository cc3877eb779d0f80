import type { Transaction } from '@attune/platform';
import type { AnsweredResponse } from '../domain/response.ts';

const columns = `response_id, request_id, client_id, session_id, instrument_url, instrument_version, answered_at,
  submitted_at, mode, entered_by`;

const importSql = `
  WITH given AS (
    SELECT "responseId" AS response_id, "requestId" AS request_id, "clientId" AS client_id, "sessionId" AS session_id,
      instrument ->> 'url' AS instrument_url, instrument ->> 'version' AS instrument_version,
      "answeredAt" AS answered_at, "submittedAt" AS submitted_at, mode, "enteredBy" AS entered_by,
      answers
    FROM jsonb_to_recordset($1::jsonb) AS given("responseId" uuid, "requestId" uuid, "clientId" uuid,
      "sessionId" uuid, instrument jsonb, "answeredAt" timestamptz, "submittedAt" timestamptz, mode text, "enteredBy" uuid,
      answers jsonb)
  ), imported AS (
    INSERT INTO response (${columns}) SELECT ${columns} FROM given ORDER BY response_id
    ON CONFLICT DO NOTHING RETURNING response_id
  ), kept AS (
    INSERT INTO response_answers (response_id, client_id, answers)
    SELECT response_id, client_id, answers FROM given JOIN imported USING (response_id)
  )
  SELECT response_id FROM imported`;

/** Stores what is not there yet, and says which that was. */
export async function importResponses(
  tx: Transaction,
  responses: readonly AnsweredResponse[],
): Promise<Set<string>> {
  const rows = await tx.query<{ response_id: string }>(importSql, [JSON.stringify(responses)]);
  return new Set(rows.map(({ response_id }) => response_id));
}
