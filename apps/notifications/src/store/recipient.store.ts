import type { Transaction } from '@attune/platform';
import type { Recipient } from '../domain/choose-channel.ts';
import type { Channel } from '../domain/message.ts';

export type KnownRecipient = Omit<Recipient, 'optedOut'> & { readonly roles: readonly string[] };

export function saveRecipient(tx: Transaction, person: KnownRecipient): void {
  tx.send(
    `INSERT INTO recipient (person_id, kind, email, phone, language, zone, roles, consent)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (person_id) DO UPDATE SET kind = excluded.kind, email = excluded.email,
       phone = excluded.phone, language = excluded.language, zone = excluded.zone, roles = excluded.roles,
       consent = excluded.consent`,
    [
      ...[person.personId, person.kind, person.email, person.phone, person.language, person.zone],
      ...[[...person.roles], JSON.stringify(person.consent)],
    ],
  );
}

/** Of somebody who was erased no contact stays, and nothing more is sent. */
export function forgetRecipient(tx: Transaction, personId: string): void {
  for (const table of ['recipient', 'opt_out', 'opt_out_link', 'digest'])
    tx.send(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
}

interface RecipientRow {
  readonly person_id: string;
  readonly kind: 'client' | 'staff';
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly zone: string;
  readonly consent: Recipient['consent'];
  readonly opted_out: Channel[];
}

export async function findRecipient(tx: Transaction, personId: string): Promise<Recipient | null> {
  const [row] = await tx.query<RecipientRow>(
    `SELECT recipient.*, ARRAY(SELECT channel FROM opt_out WHERE opt_out.person_id = $1) AS opted_out
     FROM recipient WHERE person_id = $1`,
    [personId],
  );
  if (!row) return null;
  const { person_id, opted_out: optedOut, ...rest } = row;
  return { ...rest, personId: person_id, optedOut };
}

/** The zone of a member of staff; null for nobody who is known. */
export async function zoneOfStaff(tx: Transaction, personId: string): Promise<string | null> {
  const sql = `SELECT zone FROM recipient WHERE person_id = $1 AND kind = 'staff'`;
  return (await tx.query<{ zone: string }>(sql, [personId]))[0]?.zone ?? null;
}

export async function clinicLeads(tx: Transaction): Promise<string[]> {
  const sql = `SELECT person_id FROM recipient WHERE kind = 'staff' AND 'clinic-lead' = ANY (roles)`;
  return (await tx.query<{ person_id: string }>(sql)).map((row) => row.person_id);
}

export function saveOptOutLink(
  tx: Transaction,
  link: { tokenHash: Buffer; personId: string; channel: Channel; at: Date },
): void {
  const sql = 'INSERT INTO opt_out_link (token_hash, person_id, channel, minted_at) VALUES ($1, $2, $3, $4)';
  tx.send(sql, [link.tokenHash, link.personId, link.channel, link.at]);
}

export interface OptOutLink {
  readonly personId: string;
  readonly channel: Channel;
  /** BCP 47 tag of its reader. */
  readonly language: string;
}

export async function findOptOutLink(tx: Transaction, tokenHash: Buffer): Promise<OptOutLink | null> {
  const [row] = await tx.query<OptOutLink>(
    `SELECT person_id AS "personId", channel, language FROM opt_out_link JOIN recipient USING (person_id)
     WHERE token_hash = $1`,
    [tokenHash],
  );
  return row ?? null;
}

export async function findOptOuts(
  tx: Transaction,
  personId: string,
): Promise<{ readonly channel: Channel; readonly at: Date }[]> {
  const sql = 'SELECT channel, at FROM opt_out WHERE person_id = $1 ORDER BY channel';
  return tx.query(sql, [personId]);
}

/** Closes the way that a link in a message belongs to. */
export function optOut(tx: Transaction, { personId, channel }: OptOutLink, at: Date): void {
  const sql = 'INSERT INTO opt_out (person_id, channel, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
  tx.send(sql, [personId, channel, at]);
}

export function reopenWays(tx: Transaction, personId: string, channels: readonly Channel[]): void {
  if (channels.length === 0) return;
  tx.send('DELETE FROM opt_out WHERE person_id = $1 AND channel = ANY ($2)', [personId, [...channels]]);
}
