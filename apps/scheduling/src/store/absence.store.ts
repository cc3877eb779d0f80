import type { Transaction } from '@attune/platform';
import type { Absence } from '../domain/absence.ts';

interface AbsenceRow {
  readonly absence_id: string;
  readonly staff_id: string;
  readonly cover_id: string;
  readonly valid_from: Date;
  readonly valid_to: Date;
}

/** @throws 23P01 for a second absence of the same person at a time */
export async function insertAbsence(
  tx: Transaction,
  { absenceId, staffId, coverId, from, to }: Absence,
): Promise<void> {
  await tx.query(
    'INSERT INTO absence (absence_id, staff_id, cover_id, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5)',
    [absenceId, staffId, coverId, from, to],
  );
}

/** Holds the row until the transaction ends. */
export async function lockAbsence(tx: Transaction, absenceId: string): Promise<Absence | null> {
  const sql = 'SELECT * FROM absence WHERE absence_id = $1 FOR UPDATE';
  const [row] = await tx.query<AbsenceRow>(sql, [absenceId]);
  return row ? toAbsence(row) : null;
}

export async function setAbsenceEnd(tx: Transaction, { absenceId, to }: Absence): Promise<void> {
  await tx.query('UPDATE absence SET valid_to = $2 WHERE absence_id = $1', [absenceId, to]);
}

/** Absences of people that end after an instant; they cannot be shortened before this transaction ends. */
export async function absencesOf(
  tx: Transaction,
  staffIds: readonly string[],
  after: Date,
): Promise<Absence[]> {
  const rows = await tx.query<AbsenceRow>(
    'SELECT * FROM absence WHERE staff_id = ANY ($1::uuid[]) AND valid_to > $2 ORDER BY absence_id FOR SHARE',
    [staffIds, after],
  );
  return rows.map(toAbsence);
}

/** What a planned absence meets: whether its cover is away then, and whether who is away covers for somebody then. */
export async function meetsAbsences(
  tx: Transaction,
  { staffId, coverId, from, to }: Absence,
): Promise<{ coverAway: boolean; covering: boolean }> {
  const [row] = await tx.query<{ cover_away: boolean; covering: boolean }>(
    `SELECT coalesce(bool_or(staff_id = $2), false) AS cover_away, coalesce(bool_or(cover_id = $1), false) AS covering
     FROM absence WHERE (staff_id = $2 OR cover_id = $1) AND tstzrange(valid_from, valid_to) && tstzrange($3, $4)`,
    [staffId, coverId, from, to],
  );
  return { coverAway: row?.cover_away === true, covering: row?.covering === true };
}

export interface AbsenceFilter {
  readonly staffId: string | null;
  readonly endsAfter: string | null;
}

export interface AbsencePlace {
  readonly from: string;
  readonly absenceId: string;
}

/** Absences by their beginning, from behind a place; those that were taken back are left out. */
export async function listAbsences(
  tx: Transaction,
  { staffId, endsAfter }: AbsenceFilter,
  after: AbsencePlace | null,
  limit: number,
): Promise<Absence[]> {
  const rows = await tx.query<AbsenceRow>(
    `SELECT * FROM absence
     WHERE valid_to > valid_from AND ($1::uuid IS NULL OR staff_id = $1)
       AND ($2::timestamptz IS NULL OR valid_to > $2)
       AND ($3::timestamptz IS NULL OR (valid_from, absence_id) > ($3, $4::uuid))
     ORDER BY valid_from, absence_id LIMIT $5`,
    [staffId, endsAfter, after?.from ?? null, after?.absenceId ?? null, limit],
  );
  return rows.map(toAbsence);
}

function toAbsence(row: AbsenceRow): Absence {
  const { absence_id: absenceId, staff_id: staffId, cover_id: coverId, valid_from: from, valid_to: to } = row;
  return { absenceId, staffId, coverId, from, to };
}
