import type { Transaction } from '@attune/platform';

export interface PublishedInstrument {
  readonly url: string;
  readonly version: string;
  readonly title: string;
  readonly scales: readonly {
    readonly code: string;
    readonly title: string;
    readonly min: number;
    readonly max: number;
    readonly higherIsBetter: boolean;
    readonly bands: readonly { readonly code: string; readonly from: number; readonly to: number }[];
  }[];
}

/** Keeps what it takes to draw and name a scale. A version never changes. */
export async function saveScales(tx: Transaction, { url, version, title, scales }: PublishedInstrument) {
  await tx.query(
    `INSERT INTO scale (instrument_url, instrument_version, instrument_title, position, code, title, min, max,
       higher_is_better, bands)
     SELECT $1, $2, $3, given.position, given.code, given.title, given.min, given.max, given."higherIsBetter", given.bands
     FROM jsonb_to_recordset($4::jsonb) AS given (position smallint, code text, title text, min double precision,
       max double precision, "higherIsBetter" boolean, bands jsonb)
     ON CONFLICT DO NOTHING`,
    [url, version, title, JSON.stringify(scales.map((scale, position) => ({ ...scale, position })))],
  );
}
