import type { Instrument } from '@attune/clinical';
import type { Transaction } from '@attune/platform';

/** Keeps a published version; a version never changes, so the first word is the last. */
export async function saveInstrument(tx: Transaction, instrument: Instrument): Promise<void> {
  const { url, version, items, scales } = instrument;
  await tx.query(
    'INSERT INTO instrument (url, version, definition) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [url, version, JSON.stringify({ items, scales })],
  );
}

/** Puts a corrected key to a version, unless a later correction is there already. */
export async function correctInstrument(
  tx: Transaction,
  { url, version, items, scales }: Instrument,
  keyRevision: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO instrument (url, version, definition, key_revision) VALUES ($1, $2, $3, $4)
     ON CONFLICT (url, version) DO UPDATE SET definition = excluded.definition, key_revision = excluded.key_revision
     WHERE instrument.key_revision < excluded.key_revision`,
    [url, version, JSON.stringify({ items, scales }), keyRevision],
  );
}

export async function findInstrument(
  tx: Transaction,
  url: string,
  version: string,
): Promise<Instrument | null> {
  const sql = 'SELECT definition FROM instrument WHERE url = $1 AND version = $2';
  const [row] = await tx.query<{ definition: Pick<Instrument, 'items' | 'scales'> }>(sql, [url, version]);
  return row ? { url, version, ...row.definition } : null;
}
