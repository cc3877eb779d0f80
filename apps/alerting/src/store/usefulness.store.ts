import type { Transaction } from '@attune/platform';

export interface Usefulness {
  readonly resolved: number;
  readonly useful: number;
  readonly notUseful: number;
  readonly unanswered: number;
}

/** Alerts that a person closed, from $1 to before $2; those that closed themselves were nobody's work. */
const closed = `alert.status = 'resolved' AND alert.outcome <> 'withdrawn'
  AND alert.resolved_at >= $1 AND alert.resolved_at < $2`;
const counts = `count(*)::int AS resolved, count(*) FILTER (WHERE useful)::int AS useful,
  count(*) FILTER (WHERE NOT useful)::int AS "notUseful", count(*) FILTER (WHERE useful IS NULL)::int AS unanswered`;

/** An alert counts for each rule that spoke for it. */
export function usefulnessByRule(
  tx: Transaction,
  from: Date,
  to: Date,
): Promise<(Usefulness & { rule: string; ruleSet: string | null })[]> {
  return tx.query(
    `SELECT rule, rule_set AS "ruleSet", ${counts} FROM (
       SELECT DISTINCT alert.alert_id, alert.useful, signal.rule, signal.rule_set
       FROM alert JOIN alert_signal signal USING (alert_id) WHERE ${closed}
       UNION
       SELECT DISTINCT alert.alert_id, alert.useful, signal.rule, NULL
       FROM alert JOIN attendance_signal signal USING (alert_id) WHERE ${closed}) spoken
     GROUP BY rule, rule_set ORDER BY rule, rule_set`,
    [from, to],
  );
}

/** By how many alerts the same recipient was sent within the seven days up to this one. */
export function usefulnessByWorkload(
  tx: Transaction,
  from: Date,
  to: Date,
): Promise<(Usefulness & { alerts: '1' | '2-3' | '4-7' | '8+' })[]> {
  return tx.query(
    `SELECT CASE WHEN load <= 1 THEN '1' WHEN load <= 3 THEN '2-3' WHEN load <= 7 THEN '4-7' ELSE '8+' END AS alerts,
       ${counts}
     FROM (
       SELECT alert.useful, (SELECT count(*) FROM alert other
         WHERE other.recipient_id = alert.recipient_id AND other.raised_at <= alert.raised_at
           AND other.raised_at > alert.raised_at - interval '7 days') AS load
       FROM alert WHERE ${closed} AND alert.recipient_id IS NOT NULL) loaded
     GROUP BY 1 ORDER BY 1`,
    [from, to],
  );
}
