import type { Transaction } from '@attune/platform';
import { clinicId, type Clinic } from '../domain/clinic.ts';

export interface StoredClinic extends Clinic {
  readonly changedAt: Date;
  readonly version: number;
}

interface ClinicRow {
  readonly zone: string;
  readonly working_hours: Clinic['workingHours'];
  readonly holidays: Clinic['holidays'];
  readonly changed_at: Date;
  readonly version: number;
}

/** @param lock whether to hold the row until the transaction ends */
export async function findClinic(tx: Transaction, lock = false): Promise<StoredClinic | null> {
  const sql = `SELECT * FROM clinic WHERE clinic_id = $1 ${lock ? 'FOR UPDATE' : ''}`;
  const [row] = await tx.query<ClinicRow>(sql, [clinicId]);
  if (!row) return null;
  const { zone, working_hours: workingHours, holidays, changed_at: changedAt, version } = row;
  return { zone, workingHours, holidays, changedAt, version };
}

/** @returns false where the clinic is there already, which then stays as it is */
export async function insertClinic(
  tx: Transaction,
  { zone, workingHours, holidays }: Clinic,
  at: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO clinic (clinic_id, zone, working_hours, holidays, changed_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING clinic_id`,
    [clinicId, zone, JSON.stringify(workingHours), JSON.stringify(holidays), at],
  );
  return rows.length > 0;
}

export async function updateClinic(
  tx: Transaction,
  { zone, workingHours, holidays, changedAt, version }: StoredClinic,
): Promise<void> {
  await tx.query(
    `UPDATE clinic SET zone = $2, working_hours = $3, holidays = $4, changed_at = $5, version = $6
     WHERE clinic_id = $1`,
    [clinicId, zone, JSON.stringify(workingHours), JSON.stringify(holidays), changedAt, version],
  );
}
