import type { Transaction } from '@attune/platform';
import { usualPreference, type Preference } from '../domain/preference.ts';
import type { QuietHours } from '../domain/quiet-hours.ts';

/** Version 0 is what holds until the person says otherwise. */
export interface Kept<T> {
  readonly version: number;
  readonly value: T;
}

export async function findPreference(tx: Transaction, personId: string): Promise<Kept<Preference>> {
  const sql = 'SELECT version, preference AS value FROM preference WHERE person_id = $1';
  const [row] = await tx.query<Kept<Preference>>(sql, [personId]);
  return row ?? { version: 0, value: usualPreference };
}

/** False when somebody has changed it since that version was read. */
export async function savePreference(
  tx: Transaction,
  personId: string,
  { version, value }: Kept<Preference>,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO preference (person_id, preference, version) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET preference = excluded.preference, version = excluded.version
     WHERE preference.version = excluded.version - 1 RETURNING 1`,
    [personId, JSON.stringify(value), version],
  );
  return rows.length > 0;
}

export function planDigest(tx: Transaction, personId: string, nextAt: Date | null): void {
  tx.send(
    `INSERT INTO digest (person_id, next_at) VALUES ($1, $2)
     ON CONFLICT (person_id) DO UPDATE SET next_at = excluded.next_at`,
    [personId, nextAt],
  );
}

/** The next digest whose time has come, held against everybody else until commit. */
export async function takeDigest(tx: Transaction, now: Date): Promise<{ personId: string; at: Date } | null> {
  const [row] = await tx.query<{ personId: string; at: Date }>(
    `SELECT person_id AS "personId", next_at AS at FROM digest WHERE next_at <= $1
     ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now],
  );
  return row ?? null;
}

export const usualQuietHours: QuietHours = { from: '21:00', to: '08:00' };

export async function findQuietHours(tx: Transaction): Promise<Kept<QuietHours>> {
  const [row] = await tx.query<Kept<QuietHours>>('SELECT version, quiet_hours AS value FROM setting');
  return row ?? { version: 0, value: usualQuietHours };
}

export async function saveQuietHours(
  tx: Transaction,
  { version, value }: Kept<QuietHours>,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO setting (quiet_hours, version) VALUES ($1, $2)
     ON CONFLICT (single) DO UPDATE SET quiet_hours = excluded.quiet_hours, version = excluded.version
     WHERE setting.version = excluded.version - 1 RETURNING 1`,
    [JSON.stringify(value), version],
  );
  return rows.length > 0;
}
