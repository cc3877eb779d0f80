import {
  audit,
  Clock,
  CurrentPerson,
  Database,
  fromCursor,
  pageLimit,
  pageOf,
  requireClient,
  Roles,
  type Person,
} from '@attune/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { listRequests } from '../../store/request.store.ts';
import { requestSchema, viewRequest } from '../request-view.ts';

const query = z.object({ clientId: z.uuid(), cursor: z.string().optional(), limit: pageLimit() });
const place = z.object({ issuedAt: z.iso.datetime(), requestId: z.uuid() });
const requestPage = z.object({ items: z.array(requestSchema), next: z.string().nullable() });

@Controller('api/questionnaires/requests')
@Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
export class ViewRequestsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'What a client was asked to answer, the newest first' })
  @Get()
  @ApiOkResponse({ standardSchema: requestPage })
  list(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { clientId, cursor, limit }: z.infer<typeof query>,
  ): Promise<z.infer<typeof requestPage>> {
    const after = fromCursor(cursor, place);
    const at = this.clock.now();
    return this.database.asPerson(person, async (tx) => {
      const found = await listRequests(tx, clientId, after, limit + 1);
      if (found.length === 0) await requireClient(tx, clientId);
      audit(tx, { person, action: 'view-requests', clientIds: [clientId], at });
      const views = found.map((request) => viewRequest(request, at));
      return pageOf(views, limit, ({ issuedAt, requestId }) => ({ issuedAt, requestId }));
    });
  }
}
