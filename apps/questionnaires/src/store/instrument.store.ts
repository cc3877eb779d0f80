import type { Transaction } from '@attune/platform';
import {
  slugOf,
  type Instrument,
  type InstrumentRef,
  type PublishedInstrument,
} from '../domain/instrument.ts';

interface InstrumentRow {
  readonly url: string;
  readonly version: string;
  readonly definition: Omit<Instrument, 'url' | 'version'>;
  readonly published_at: Date;
  readonly key_revision: number;
}

/** Stores a version; false when there is one already, which then stands. */
export async function insertInstrument(tx: Transaction, instrument: Instrument, at: Date): Promise<boolean> {
  const { url, version, ...definition } = instrument;
  const rows = await tx.query(
    `INSERT INTO instrument (url, version, slug, definition, published_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING version`,
    [url, version, slugOf(url), JSON.stringify(definition), at],
  );
  return rows.length > 0;
}

/** The version, or the newest one where none is named. */
export async function findInstrument(
  tx: Transaction,
  { url, version }: { readonly url: string; readonly version?: string | undefined },
): Promise<PublishedInstrument | null> {
  const [row] = await tx.query<InstrumentRow>(
    `SELECT * FROM instrument WHERE url = $1 AND ($2::text IS NULL OR version = $2)
     ORDER BY published_at DESC, version DESC LIMIT 1`,
    [url, version ?? null],
  );
  return row ? toInstrument(row) : null;
}

/** Puts another key to a version; false when somebody else has done so since the revision before was read. */
export async function correctInstrument(
  tx: Transaction,
  { url, version, publishedAt: _, keyRevision, ...definition }: PublishedInstrument,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE instrument SET definition = $3, key_revision = $4
     WHERE url = $1 AND version = $2 AND key_revision = $4 - 1 RETURNING 1`,
    [url, version, JSON.stringify(definition), keyRevision],
  );
  return rows.length > 0;
}

/** The url behind a short name. */
export async function findUrl(tx: Transaction, slug: string): Promise<string | null> {
  const [row] = await tx.query<InstrumentRef>('SELECT url FROM instrument WHERE slug = $1 LIMIT 1', [slug]);
  return row?.url ?? null;
}

export interface InstrumentPlace {
  readonly url: string;
  readonly version: string;
}

/** All versions by url, from behind a place in that order. */
export async function listInstruments(
  tx: Transaction,
  after: InstrumentPlace | null,
  limit: number,
): Promise<PublishedInstrument[]> {
  const rows = await tx.query<InstrumentRow>(
    `SELECT * FROM instrument WHERE $1::text IS NULL OR (url, version) > ($1, $2::text)
     ORDER BY url, version LIMIT $3`,
    [after?.url ?? null, after?.version ?? null, limit],
  );
  return rows.map(toInstrument);
}

const toInstrument = ({
  url,
  version,
  definition,
  published_at,
  key_revision,
}: InstrumentRow): PublishedInstrument => ({
  url,
  version,
  ...definition,
  publishedAt: published_at.toISOString(),
  keyRevision: key_revision,
});
