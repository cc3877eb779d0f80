import { CurrentPerson, fromCursor, pageLimit, pageOf, Roles, type Person } from '@attune/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { scoreSchema, type ScoreView } from './score-view.ts';
import { ViewScores } from './view-scores.query.ts';

const query = z.object({
  clientId: z.uuid(),
  instrument: z.url().optional(),
  cursor: z.string().optional(),
  limit: pageLimit(),
});
const place = z.object({ answeredAt: z.iso.datetime(), scoreId: z.uuid() });
const scorePage = z.object({ items: z.array(scoreSchema), next: z.string().nullable() });

@Controller('api/scoring/scores')
@Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
export class ViewScoresController {
  constructor(private readonly viewScores: ViewScores) {}

  @ApiOperation({ summary: "A client's scores, the newest first" })
  @Get()
  @ApiOkResponse({ standardSchema: scorePage })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { clientId, instrument, cursor, limit }: z.infer<typeof query>,
  ): Promise<z.infer<typeof scorePage>> {
    const after = fromCursor(cursor, place);
    const scores = await this.viewScores.page(
      person,
      { clientId, instrument: instrument ?? null },
      after,
      limit,
    );
    return pageOf(scores, limit, ({ answeredAt, scoreId }) => ({ answeredAt, scoreId }));
  }

  @ApiOperation({ summary: 'What one response came to' })
  @Get('by-response/:responseId')
  @ApiOkResponse({ standardSchema: scoreSchema })
  byResponse(
    @CurrentPerson() person: Person,
    @Param('responseId', { schema: z.uuid() }) responseId: string,
  ): Promise<ScoreView> {
    return this.viewScores.byResponse(person, responseId);
  }
}
