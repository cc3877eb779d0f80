import { CurrentPerson, fromCursor, pageLimit, pageOf, Roles, type Person } from '@attune/platform';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { responseSchema, responseWithAnswers, viewResponse } from '../response-view.ts';
import { ViewResponses } from './view-responses.query.ts';

const query = z.object({ clientId: z.uuid(), cursor: z.string().optional(), limit: pageLimit() });
const place = z.object({ answeredAt: z.iso.datetime(), responseId: z.uuid() });
const responsePage = z.object({ items: z.array(responseSchema), next: z.string().nullable() });

@Controller('api/questionnaires/responses')
@Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
export class ViewResponsesController {
  constructor(private readonly viewResponses: ViewResponses) {}

  @ApiOperation({ summary: "A client's responses without the answers, the newest first" })
  @Get()
  @ApiOkResponse({ standardSchema: responsePage })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { clientId, cursor, limit }: z.infer<typeof query>,
  ): Promise<z.infer<typeof responsePage>> {
    const found = await this.viewResponses.page(person, clientId, fromCursor(cursor, place), limit);
    return pageOf(found.map(viewResponse), limit, ({ answeredAt, responseId }) => ({
      answeredAt,
      responseId,
    }));
  }

  @ApiOperation({ summary: 'A response; its answers only for those who treat the client or supervise it' })
  @Get(':responseId')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ standardSchema: responseWithAnswers })
  async one(
    @CurrentPerson() person: Person,
    @Param('responseId', { schema: z.uuid() }) responseId: string,
  ): Promise<z.infer<typeof responseWithAnswers>> {
    const response = await this.viewResponses.one(person, responseId);
    return { ...viewResponse(response), answers: response.answers && [...response.answers] };
  }
}
