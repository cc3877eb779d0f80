import type { Transaction } from '@attune/platform';

export interface TherapistFigures {
  readonly therapistId: string;
  readonly name: string | null;
  readonly clients: number;
  readonly sessionsNextWeek: number;
  readonly waitingAlerts: number;
  readonly alerts: number;
  readonly acknowledged: number;
  readonly medianSeconds: number | null;
  readonly requestsDue: number;
  readonly requestsAnswered: number;
  readonly repaired: number;
  readonly notRepaired: number;
}

/** Figures of everybody who treats somebody or was sent an alert, by name: they say what is there, not who is better. */
export function therapistFigures(tx: Transaction, now: Date, since: Date): Promise<TherapistFigures[]> {
  return tx.query<TherapistFigures>(
    `WITH load AS (
       SELECT therapist_id AS id, count(*)::int AS clients, sum(requests_due)::int AS due,
         sum(requests_answered)::int AS answered
       FROM client_entry WHERE therapist_id IS NOT NULL GROUP BY therapist_id
     ), ahead AS (
       SELECT therapist_id AS id, count(*)::int AS sessions FROM session
       WHERE status = 'booked' AND starts_at >= $1 AND starts_at < $1 + interval '7 days' GROUP BY therapist_id
     ), sent AS (
       SELECT recipient_id AS id, count(*) FILTER (WHERE status = 'open')::int AS waiting,
         count(*) FILTER (WHERE raised_at >= $2)::int AS alerts,
         count(taken_at) FILTER (WHERE raised_at >= $2)::int AS acknowledged,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM taken_at - raised_at))
           FILTER (WHERE raised_at >= $2 AND taken_at IS NOT NULL) AS median,
         count(*) FILTER (WHERE raised_at >= $2 AND repair = 'repaired')::int AS repaired,
         count(*) FILTER (WHERE raised_at >= $2 AND repair = 'not-repaired')::int AS unrepaired
       FROM client_alert WHERE recipient_id IS NOT NULL GROUP BY recipient_id
     ), everybody AS (SELECT id FROM load UNION SELECT id FROM sent WHERE waiting > 0 OR alerts > 0)
     SELECT id AS "therapistId", staff.name, coalesce(clients, 0) AS clients,
       coalesce(sessions, 0) AS "sessionsNextWeek", coalesce(waiting, 0) AS "waitingAlerts",
       coalesce(alerts, 0) AS alerts, coalesce(acknowledged, 0) AS acknowledged,
       median::double precision AS "medianSeconds", coalesce(due, 0) AS "requestsDue",
       coalesce(answered, 0) AS "requestsAnswered", coalesce(repaired, 0) AS repaired,
       coalesce(unrepaired, 0) AS "notRepaired"
     FROM everybody LEFT JOIN load USING (id) LEFT JOIN ahead USING (id) LEFT JOIN sent USING (id)
     LEFT JOIN staff ON staff.person_id = id
     ORDER BY staff.name NULLS LAST, id`,
    [now, since],
  );
}
