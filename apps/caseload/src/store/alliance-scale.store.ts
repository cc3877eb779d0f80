import type { Transaction } from '@attune/platform';
import { trendLength } from '../domain/alliance-scale.ts';
import type { AllianceScores } from '../domain/apply-scores.ts';
import { allianceScales } from './alliance-scale.sql.ts';

export interface WatchedScale {
  readonly instrument: string;
  readonly scale: string;
}

/** Keeps which scales a version of a rule set watches for the alliance. It never changes. */
export async function saveAllianceScales(
  tx: Transaction,
  { name, version }: { readonly name: string; readonly version: number },
  scales: readonly WatchedScale[],
): Promise<void> {
  await tx.query(
    `INSERT INTO alliance_scale (rule_set, rule_set_version, position, instrument_url, scale)
     SELECT $1, $2, min(given.position), given.instrument, given.scale
     FROM jsonb_to_recordset($3::jsonb) AS given (position smallint, instrument text, scale text)
     GROUP BY given.instrument, given.scale ON CONFLICT DO NOTHING`,
    [name, version, JSON.stringify(scales.map((scale, position) => ({ ...scale, position })))],
  );
}

export async function saveActivation(
  tx: Transaction,
  {
    name,
    version,
    activatedAt,
  }: { readonly name: string; readonly version: number; readonly activatedAt: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO rule_set_activation AS known (rule_set, rule_set_version, activated_at) VALUES ($1, $2, $3)
     ON CONFLICT (rule_set, rule_set_version)
     DO UPDATE SET activated_at = greatest(known.activated_at, excluded.activated_at)`,
    [name, version, activatedAt],
  );
}

/** A word that is another one as soon as other scales stand for the alliance, or one has other bounds. */
export async function allianceChoice(tx: Transaction): Promise<string> {
  const [row] = await tx.query<{ choice: string | null }>(
    `SELECT md5(string_agg(concat_ws(' ', place, instrument_url, instrument_version, code, min, max, higher_is_better),
       ',' ORDER BY place, instrument_url, instrument_version, code)) AS choice FROM (${allianceScales}) scales`,
  );
  return row?.choice ?? '';
}

/** The latest alliance scores of a client, on whichever of the scales: enough of them for the trend of one. */
export async function readAllianceScores(tx: Transaction, clientId: string): Promise<AllianceScores> {
  // Both travel together.
  const [choice, points] = await Promise.all([
    allianceChoice(tx),
    tx.query<AllianceScores['points'][number]>(
      `SELECT value, band, "answeredAt", scale FROM (
         SELECT point.value, point.band, point.answered_at AS "answeredAt", place,
           jsonb_build_object('instrument', watched.instrument_url, 'scale', watched.code, 'min', watched.min,
             'max', watched.max, 'higherIsBetter', watched.higher_is_better) AS scale,
           row_number() OVER (PARTITION BY watched.instrument_url, watched.code ORDER BY point.answered_at DESC) AS nth
         FROM (${allianceScales}) watched
         JOIN course_point point ON point.client_id = $1 AND point.instrument_url = watched.instrument_url
           AND point.scale = watched.code AND point.instrument_version = watched.instrument_version
         WHERE point.value IS NOT NULL) scores
       WHERE nth <= $2 ORDER BY "answeredAt" DESC, place`,
      [clientId, trendLength],
    ),
  ]);
  return { choice, points };
}

export interface KnownScale extends WatchedScale {
  readonly instrumentTitle: string;
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly higherIsBetter: boolean;
}

/** The scales that stand for the alliance, in the order of the rules, each as in its newest version: that of the highest numbers. */
export function listAllianceScales(tx: Transaction): Promise<KnownScale[]> {
  return tx.query<KnownScale>(
    `SELECT instrument, scale, "instrumentTitle", title, min, max, "higherIsBetter" FROM (
       SELECT DISTINCT ON (instrument_url, code) place, instrument_url AS instrument, code AS scale,
         instrument_title AS "instrumentTitle", title, min, max, higher_is_better AS "higherIsBetter"
       FROM (${allianceScales}) scales
       ORDER BY instrument_url, code, (
         SELECT array_agg(number[1]::int) FROM regexp_matches(instrument_version, '[0-9]{1,9}', 'g') number) DESC NULLS LAST) newest
     ORDER BY place, instrument, scale`,
  );
}
