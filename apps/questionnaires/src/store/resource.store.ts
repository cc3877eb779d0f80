import type { Transaction } from '@attune/platform';
import type { InstrumentRef } from '../domain/instrument.ts';

/** Keeps the FHIR Questionnaire of a version, exactly as it was sent: it is the canonical form. */
export async function insertResource(
  tx: Transaction,
  { url, version }: InstrumentRef,
  resource: object,
): Promise<void> {
  await tx.query('INSERT INTO instrument_resource (url, version, resource) VALUES ($1, $2, $3)', [
    url,
    version,
    JSON.stringify(resource),
  ]);
}

/** The Questionnaire of a version, or null where it came another way. */
export async function findResource(
  tx: Transaction,
  { url, version }: InstrumentRef,
): Promise<Record<string, unknown> | null> {
  const [row] = await tx.query<{ resource: string }>(
    'SELECT resource FROM instrument_resource WHERE url = $1 AND version = $2',
    [url, version],
  );
  return row ? (JSON.parse(row.resource) as Record<string, unknown>) : null;
}
