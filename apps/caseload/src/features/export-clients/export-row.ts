import type { Cell } from '../../domain/csv.ts';
import type { ClientView } from '../client-view.ts';

type Of = (client: ClientView, asOf: string | null) => Cell;

/** What whoever reads the file relies on: names stay, new ones come at the end. The operations guide says what each is. */
const cells: Readonly<Record<string, Of>> = {
  client_id: ({ clientId }) => clientId,
  client_name: ({ name }) => name,
  therapist_name: ({ therapist }) => therapist?.name ?? null,
  in_care_since: ({ careSince }) => careSince,
  weeks_in_care: ({ weeksInCare }) => weeksInCare,
  care_ended_at: ({ careEndedAt }) => careEndedAt,
  last_session_at: ({ lastSession }) => lastSession,
  next_session_at: ({ nextSession }) => nextSession,
  sessions_ahead: ({ sessionsAhead }) => sessionsAhead,
  last_contact_at: ({ lastContact }) => lastContact,
  alliance_score: ({ lastScore }) => lastScore?.value ?? null,
  alliance_score_change: ({ lastScore }) => lastScore?.change ?? null,
  alliance_scale_min: ({ lastScore }) => lastScore?.min ?? null,
  alliance_scale_max: ({ lastScore }) => lastScore?.max ?? null,
  alliance_answered_at: ({ lastScore }) => lastScore?.answeredAt ?? null,
  open_alerts: ({ openAlerts }) => openAlerts.count,
  highest_alert_severity: ({ openAlerts }) => openAlerts.highest,
  check_ins_due: ({ requests }) => requests.due,
  check_ins_answered: ({ requests }) => requests.answered,
  check_ins_unanswered_in_a_row: ({ requests }) => requests.silent,
  sessions_missed_in_a_row: ({ missed }) => missed.inARow,
  sessions_missed_in_90_days: ({ missed }) => missed.last90Days,
  attrition_order: ({ attrition }) => attrition.order,
  attrition_signs: ({ attrition }) => attrition.factors.map(({ reason }) => reason).join('; '),
  waiting_for_data: ({ behind }) => (behind ? 'yes' : 'no'),
  as_of: (_, asOf) => asOf,
};

export const columns = Object.keys(cells);

export const exportRow: (...of: Parameters<Of>) => Cell[] = (...of) =>
  Object.values(cells).map((cell) => cell(...of));
