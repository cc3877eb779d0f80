import type { Transaction } from '@attune/platform';
import type { AlertPolicy } from '../domain/alert/alert-policy.ts';
import type { WorkingCalendar } from '../domain/alert/working-time.ts';

/** Version 0 is what ships, until somebody decides otherwise. */
export interface KeptAlertPolicy {
  readonly version: number;
  readonly policy: AlertPolicy;
}

export async function findAlertPolicy(tx: Transaction): Promise<KeptAlertPolicy | null> {
  const [row] = await tx.query<KeptAlertPolicy>('SELECT version, policy FROM alert_policy');
  return row ?? null;
}

/** False when somebody has changed it since that version was read. */
export async function saveAlertPolicy(
  tx: Transaction,
  { version, policy }: KeptAlertPolicy,
  by: string,
  at: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO alert_policy (version, policy, changed_by, changed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (single) DO UPDATE SET version = excluded.version, policy = excluded.policy,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at
     WHERE alert_policy.version = excluded.version - 1 RETURNING 1`,
    [version, JSON.stringify(policy), by, at],
  );
  return rows.length > 0;
}

export async function findCalendar(tx: Transaction): Promise<WorkingCalendar | null> {
  const [row] = await tx.query<{ calendar: WorkingCalendar }>('SELECT calendar FROM clinic LIMIT 1');
  return row?.calendar ?? null;
}

export function saveCalendar(tx: Transaction, clinicId: string, calendar: WorkingCalendar): void {
  tx.send(
    `INSERT INTO clinic (clinic_id, calendar) VALUES ($1, $2)
     ON CONFLICT (clinic_id) DO UPDATE SET calendar = excluded.calendar`,
    [clinicId, JSON.stringify(calendar)],
  );
}
