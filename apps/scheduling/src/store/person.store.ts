import type { Transaction } from '@attune/platform';
import type { RegisteredPerson } from '../domain/person.ts';

interface PersonRow {
  readonly person_id: string;
  readonly kind: 'client' | 'staff';
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly zone: string;
  readonly roles: string[];
  readonly subject: string | null;
  readonly team: string | null;
  readonly consent: RegisteredPerson['consent'];
  readonly version: number;
}

export type StoredPerson = RegisteredPerson & { readonly version: number };

/** Registers people who are not known yet; those who are stay as they are. @returns the ids of the new ones */
export async function insertPeople(
  tx: Transaction,
  people: readonly RegisteredPerson[],
): Promise<Set<string>> {
  const rows = await tx.query<{ person_id: string }>(
    `INSERT INTO person (person_id, kind, name, email, phone, language, zone, roles, subject, team, consent)
     SELECT "personId", kind, name, email, phone, language, zone, roles, subject, team, consent
     FROM jsonb_to_recordset($1::jsonb) AS given("personId" uuid, kind text, name text, email text, phone text,
       language text, zone text, roles text[], subject text, team text, consent jsonb)
     ON CONFLICT (person_id) DO NOTHING RETURNING person_id`,
    [JSON.stringify(people)],
  );
  return new Set(rows.map(({ person_id }) => person_id));
}

const known = 'SELECT * FROM person WHERE erased_at IS NULL';

/** Holds the row until the transaction ends. */
export async function lockPerson(tx: Transaction, personId: string): Promise<StoredPerson | null> {
  const [row] = await tx.query<PersonRow>(`${known} AND person_id = $1 FOR UPDATE`, [personId]);
  return row ? toPerson(row) : null;
}

export async function findPerson(tx: Transaction, personId: string): Promise<StoredPerson | null> {
  const [row] = await tx.query<PersonRow>(`${known} AND person_id = $1`, [personId]);
  return row ? toPerson(row) : null;
}

export async function updatePerson(tx: Transaction, person: RegisteredPerson): Promise<void> {
  const { personId, name, email, phone, language, zone, roles, subject, team, consent } = person;
  await tx.query(
    `UPDATE person SET name = $2, email = $3, phone = $4, language = $5, zone = $6, roles = $7, subject = $8,
       consent = $9, team = $10, version = version + 1 WHERE person_id = $1`,
    [personId, name, email, phone, language, zone, roles, subject, JSON.stringify(consent), team],
  );
}

/** Leaves nothing of a person but the id, which others point to. */
export async function erasePerson(tx: Transaction, personId: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE person SET name = '', email = NULL, phone = NULL, language = 'und', zone = 'UTC', roles = '{}',
       subject = NULL, team = NULL, consent = '{"email": false, "sms": false}', version = version + 1, erased_at = $2
     WHERE person_id = $1`,
    [personId, at],
  );
}

export interface PersonFilter {
  readonly kind: 'client' | 'staff' | null;
  readonly search: string | null;
  readonly personIds: readonly string[] | null;
}

export interface PersonPlace {
  readonly personId: string;
}

/** People by name, from behind a place. */
export async function listPeople(
  tx: Transaction,
  { kind, search, personIds }: PersonFilter,
  after: PersonPlace | null,
  limit: number,
): Promise<StoredPerson[]> {
  const rows = await tx.query<PersonRow>(
    `${known}
       AND ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR strpos(search_name, lower($2)) > 0)
       AND ($3::uuid IS NULL
         OR (search_name, person_id) > ((SELECT last.search_name FROM person last WHERE last.person_id = $3), $3))
       AND ($5::uuid[] IS NULL OR person_id = ANY($5))
     ORDER BY search_name, person_id LIMIT $4`,
    [kind, search, after?.personId ?? null, limit, personIds],
  );
  return rows.map(toPerson);
}

function toPerson({ person_id: personId, ...row }: PersonRow): StoredPerson {
  const { kind, name, email, phone, language, zone, roles, subject, team, consent, version } = row;
  return { personId, kind, name, email, phone, language, zone, roles, subject, team, consent, version };
}
