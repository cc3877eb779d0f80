import {
  audit,
  Clock,
  CurrentPerson,
  Database,
  Roles,
  type Person,
  type Transaction,
} from '@attune/platform';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { z } from 'zod';
import { csvLine } from '../../domain/csv.ts';
import { Freshness } from '../../freshness.ts';
import { listClients, type PlacedClient } from '../../store/list-clients.store.ts';
import { viewClient } from '../client-view.ts';
import { narrow, type Selection } from '../list-clients/list-clients.query.ts';
import { selectionOf, selectionQuery } from '../list-clients/selection.schema.ts';
import { columns, exportRow } from './export-row.ts';

const atOnce = 1_000;

@Controller('api/caseload')
export class ExportClientsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly freshness: Freshness,
  ) {}

  @ApiOperation({
    summary: 'The list as comma-separated values: every client of the selection whom the person may see',
  })
  @Get('clients.csv')
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="attune-caseload.csv"')
  @Header('cache-control', 'no-store')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  export(
    @CurrentPerson() person: Person,
    @Query({ schema: selectionQuery }) given: z.infer<typeof selectionQuery>,
  ): Promise<string> {
    const selection = selectionOf(given);
    return this.database.asPerson(person, async (tx) => {
      const now = this.clock.now();
      const rows = await everyone(tx, person, selection, now);
      const clientIds = rows.map(({ client_id }) => client_id);
      audit(tx, { person, action: 'export-caseload', clientIds, subject: null, at: now });
      const { asOf } = this.freshness.view();
      const lines = rows.map((row) => csvLine(exportRow(viewClient(row, now), asOf)));
      return csvLine(columns) + lines.join('');
    });
  }
}

async function everyone(tx: Transaction, person: Person, selection: Selection, now: Date) {
  const narrowing = narrow(person, selection, now);
  const rows: PlacedClient[] = [];
  let after: { key: string; id: string } | null = null;
  do {
    const page: PlacedClient[] = await listClients(tx, selection.sort, narrowing, after, atOnce);
    rows.push(...page);
    const last = page.length === atOnce ? page.at(-1) : undefined;
    after = last ? { key: last.sort_key, id: last.client_id } : null;
  } while (after);
  return rows;
}
