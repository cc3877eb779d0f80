import type { Transaction } from '@attune/platform';
import { type FirstRecords, firstRecordsSql } from './first-records.sql.ts';
import { countSql, meanScaleSql, meanSql, measured, type Measure, rowsSql } from './trends.sql.ts';

export interface Period {
  /** The calendar day it begins on. */
  readonly start: string;
  readonly from: Date;
  readonly to: Date;
}

/** Whole weeks or months of the zone's calendar, the last one that of `until`. */
export function periodsUntil(
  tx: Transaction,
  until: string,
  { by, count, zone }: { by: 'week' | 'month'; count: number; zone: string },
): Promise<Period[]> {
  return tx.query<Period>(
    `SELECT start::date::text AS start, start AT TIME ZONE $4 AS "from", (start + step) AT TIME ZONE $4 AS "to"
     FROM (SELECT ('1 ' || $2::text)::interval AS step, date_trunc($2::text, $1::date::timestamp) AS last) asked
     CROSS JOIN LATERAL generate_series(last - ($3::int - 1) * step, last, step) AS start`,
    [until, by, count, zone],
  );
}

interface Asked {
  readonly therapistId: string | null;
  readonly supervisorId: string | null;
  readonly now: Date;
}
const whose = ({ therapistId, supervisorId }: Asked) => [therapistId, supervisorId];

/** Nothing of what lies ahead counts, such as a session that is cancelled already. */
const endOf = (to: Date, now: Date) => (to < now ? to : now);

export interface Count {
  readonly measure: Measure;
  readonly period: number;
  readonly count: number;
  readonly median: number | null;
}

export function countByPeriod(tx: Transaction, periods: readonly Period[], asked: Asked): Promise<Count[]> {
  const span = spanOf(periods);
  return tx.query<Count>(countSql, [
    ...[span.from, endOf(span.to, asked.now), whose(asked), asked.now],
    periods.map(({ from }) => from),
  ]);
}

export interface Mean {
  readonly period: number;
  readonly clients: number;
  readonly mean: number;
}

export interface MeanScale {
  readonly instrument: string;
  readonly scale: string;
  readonly instrumentTitle: string;
  readonly title: string;
  readonly min: number;
  readonly max: number;
}

/** The means of the alliance scale that was most answered in all of these periods, and which one that is. */
export async function allianceByPeriod(
  tx: Transaction,
  periods: readonly Period[],
  asked: Asked,
): Promise<{ readonly scale: MeanScale | null; readonly means: Mean[] }> {
  const span = spanOf(periods);
  const which = [span.from, endOf(span.to, asked.now), whose(asked)];
  const [scale] = await tx.query<MeanScale>(meanScaleSql, which);
  if (!scale) return { scale: null, means: [] };
  const of = [scale.instrument, scale.scale, scale.min, scale.max];
  const starts = periods.map(({ from }) => from);
  return { scale, means: await tx.query<Mean>(meanSql, [...which, starts, ...of]) };
}

/** How many are in care at the end of each period, or now where it has not ended; where nobody is, nothing. */
export async function inCareByPeriod(
  tx: Transaction,
  periods: readonly Period[],
  asked: Asked,
): Promise<Count[]> {
  const sql = `SELECT count(*)::int AS count FROM (${measured['in-care']}) facts`;
  const counts: Count[] = [];
  for (const [period, { from, to }] of periods.entries()) {
    const [row] = await tx.query<{ count: number }>(sql, [from, endOf(to, asked.now), whose(asked)]);
    if (row && row.count > 0) counts.push({ measure: 'in-care', period, count: row.count, median: null });
  }
  return counts;
}

/** When the first record of each kind is of, those before these periods included. */
export async function firstRecordsUntil(
  tx: Transaction,
  periods: readonly Period[],
  asked: Asked,
): Promise<FirstRecords> {
  const until = endOf(spanOf(periods).to, asked.now);
  const [found] = await tx.query<FirstRecords>(firstRecordsSql, ['-infinity', until, whose(asked)]);
  if (!found) throw new Error('a row without a table is always there');
  return found;
}

export interface TrendRow {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string | null;
  readonly therapistName: string | null;
  readonly at: Date;
  readonly place: string;
  readonly value: number | null;
}

/** What one number counts, the newest first. */
export function rowsOf(
  tx: Transaction,
  measure: Measure,
  { from, to }: Period,
  asked: Asked,
  { after, limit }: { after: { at: string; id: string } | null; limit: number },
): Promise<TrendRow[]> {
  return tx.query<TrendRow>(rowsSql(measure), [
    ...[from, endOf(to, asked.now), whose(asked), asked.now],
    ...[after?.at ?? null, after?.id ?? null, limit],
  ]);
}

function spanOf(periods: readonly Period[]): { from: Date; to: Date } {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) throw new Error('a span has one period at least');
  return { from: first.from, to: last.to };
}
