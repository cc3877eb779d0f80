import type { SeriesMemory } from '../domain/series/series-memory.ts';

export interface MemoryRow {
  readonly client_id: string;
  readonly instrument_url: string;
  readonly scale: string;
  readonly rule_set: string;
  readonly answered_at: string;
  readonly submitted_at: string;
  readonly response_id: string;
  readonly watches: SeriesMemory['watches'];
}

export const toMemory = (row: MemoryRow): SeriesMemory => ({
  instrument: row.instrument_url,
  scale: row.scale,
  ruleSet: row.rule_set,
  last: {
    answeredAt: new Date(row.answered_at),
    submittedAt: new Date(row.submitted_at),
    responseId: row.response_id,
  },
  watches: row.watches,
});

export const toMemoryRow = (
  clientId: string,
  { instrument, scale, ruleSet, last, watches }: SeriesMemory,
): MemoryRow => ({
  client_id: clientId,
  instrument_url: instrument,
  scale,
  rule_set: ruleSet,
  answered_at: last.answeredAt.toISOString(),
  submitted_at: last.submittedAt.toISOString(),
  response_id: last.responseId,
  watches,
});
