import {
  Database,
  CurrentPerson,
  fromCursor,
  notFound,
  pageLimit,
  Roles,
  toCursor,
  Versioned,
  type Person,
} from '@attune/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { withPsychometrics, type ShownInstrument } from '../../domain/psychometrics.ts';
import { findInstrument, findUrl, listInstruments } from '../../store/instrument.store.ts';
import { shownInstrument } from '../instrument.schema.ts';

const page = z.object({ cursor: z.string().optional(), limit: pageLimit() });
const place = z.object({ url: z.string(), version: z.string() });
const which = z.object({ version: z.string().max(32).optional() });

@Controller('api/questionnaires/instruments')
@Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
export class ViewInstrumentsController {
  constructor(private readonly database: Database) {}

  @ApiOperation({ summary: 'Every version of every instrument' })
  @Get()
  @ApiOkResponse({
    standardSchema: z.object({ items: z.array(shownInstrument), next: z.string().nullable() }),
  })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: page }) { cursor, limit }: z.infer<typeof page>,
  ): Promise<{ items: ShownInstrument[]; next: string | null }> {
    const after = fromCursor(cursor, place);
    const found = await this.database.asPerson(person, (tx) => listInstruments(tx, after, limit + 1));
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return {
      items: items.map(withPsychometrics),
      next: last ? toCursor({ url: last.url, version: last.version }) : null,
    };
  }

  @ApiOperation({
    summary: 'An instrument by the last segment of its url: the version asked for, else the newest',
    description: 'Its ETag is the `keyRevision` of that version, for whoever corrects its key.',
  })
  @Get(':name')
  @Versioned('keyRevision')
  @ApiOkResponse({ standardSchema: shownInstrument })
  async one(
    @CurrentPerson() person: Person,
    @Param('name', { schema: z.string().max(200) }) name: string,
    @Query({ schema: which }) { version }: z.infer<typeof which>,
  ): Promise<ShownInstrument> {
    const found = await this.database.asPerson(person, async (tx) => {
      const url = await findUrl(tx, name);
      return url === null ? null : findInstrument(tx, { url, version });
    });
    if (!found) throw notFound('instrument');
    return withPsychometrics(found);
  }
}
