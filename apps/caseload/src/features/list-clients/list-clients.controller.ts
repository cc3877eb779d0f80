import { CurrentPerson, fromCursor, pageLimit, Roles, toCursor, type Person } from '@attune/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { freshnessFields } from '../../freshness.ts';
import { clientSchema } from '../client-view.ts';
import { ListClients } from './list-clients.query.ts';
import { selectionOf, selectionQuery } from './selection.schema.ts';

const query = selectionQuery.extend({ cursor: z.string().optional(), limit: pageLimit() });
const place = z.object({ sort: z.string(), key: z.string(), id: z.uuid(), total: z.int() });
const clientPage = z.object({
  items: z.array(clientSchema),
  next: z.string().nullable(),
  total: z.int(),
  ...freshnessFields,
});

@Controller('api/caseload/clients')
export class ListClientsController {
  constructor(private readonly listClients: ListClients) {}

  @ApiOperation({ summary: 'The clients that the person may see, those who need attention first' })
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
  @ApiOkResponse({ standardSchema: clientPage })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { cursor, limit, ...given }: z.infer<typeof query>,
  ): Promise<z.infer<typeof clientPage>> {
    // A cursor names its order: used with another one it would point to nowhere.
    const { sort } = given;
    const after = fromCursor(cursor, place.extend({ sort: z.literal(sort) }));
    const request = { ...selectionOf(given), after, limit };
    const { end, ...page } = await this.listClients.page(person, request);
    return { ...page, next: end && toCursor({ sort, ...end }) };
  }
}
