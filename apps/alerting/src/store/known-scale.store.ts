import type { Transaction } from '@attune/platform';
import type { KnownScale } from '../domain/series/check-rules.ts';

/** A scale of any version; what was said last about its direction holds. */
export async function saveScales(tx: Transaction, scales: readonly KnownScale[]): Promise<void> {
  const rows = scales.map(({ instrument, scale, direction }) => ({
    instrument_url: instrument,
    scale,
    higher_is_better: direction === 'higher-is-better',
  }));
  await tx.query(
    `INSERT INTO known_scale SELECT * FROM jsonb_populate_recordset(NULL::known_scale, $1::jsonb)
     ON CONFLICT (instrument_url, scale) DO UPDATE SET higher_is_better = excluded.higher_is_better`,
    [JSON.stringify(rows)],
  );
}

export async function findScales(
  tx: Transaction,
  instruments: readonly string[],
): Promise<readonly KnownScale[]> {
  const rows = await tx.query<{ instrument_url: string; scale: string; higher_is_better: boolean }>(
    'SELECT * FROM known_scale WHERE instrument_url = ANY ($1) ORDER BY scale',
    [[...new Set(instruments)]],
  );
  return rows.map((row) => ({
    instrument: row.instrument_url,
    scale: row.scale,
    direction: row.higher_is_better ? 'higher-is-better' : 'lower-is-better',
  }));
}
