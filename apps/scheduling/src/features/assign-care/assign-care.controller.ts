import {
  CurrentPerson,
  fromCursor,
  IdempotencyKey,
  pageOf,
  type Person,
  Roles,
  instantSchema,
} from '@attune/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { AssignCare } from './assign-care.handler.ts';
import {
  carePageSchema,
  carePlace,
  careQuery,
  careRelationshipSchema,
  handedOverSchema,
  handOverSchema,
  newCareRelationshipSchema,
} from './care-relationship.schema.ts';

const ended = z.object({ at: instantSchema });

@Controller('api/scheduling/care-relationships')
export class AssignCareController {
  constructor(private readonly care: AssignCare) {}

  @ApiOperation({ summary: 'Begins the care of a client by somebody' })
  @Post()
  @Roles('operations', 'clinic-lead', 'admin')
  @ApiCreatedResponse({ standardSchema: careRelationshipSchema })
  start(
    @CurrentPerson() person: Person,
    @Body({ schema: newCareRelationshipSchema }) body: z.infer<typeof newCareRelationshipSchema>,
    @IdempotencyKey() key: string | null,
  ) {
    return this.care.start(person, body, key);
  }

  @ApiOperation({ summary: 'Ends a care relationship, now or later' })
  @Post(':id/end')
  @HttpCode(200)
  @Roles('operations', 'clinic-lead', 'admin')
  @ApiOkResponse({ standardSchema: careRelationshipSchema })
  end(
    @CurrentPerson() person: Person,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: ended }) { at }: z.infer<typeof ended>,
  ) {
    return this.care.end(person, id, new Date(at));
  }

  @ApiOperation({
    summary: 'Somebody else takes over at an instant: one ends and the other begins, or neither',
  })
  @Post(':id/hand-over')
  @Roles('operations', 'clinic-lead', 'admin')
  @ApiCreatedResponse({ standardSchema: handedOverSchema })
  handOver(
    @CurrentPerson() person: Person,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: handOverSchema }) body: z.infer<typeof handOverSchema>,
    @IdempotencyKey() key: string | null,
  ) {
    return this.care.handOver(person, id, body, key);
  }

  @ApiOperation({
    summary: "Of a client, or of a member of staff: by the client's name, then by when it began",
  })
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
  @ApiOkResponse({ standardSchema: carePageSchema })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: careQuery }) { cursor, limit, ...filter }: z.infer<typeof careQuery>,
  ) {
    const found = await this.care.list(person, filter, fromCursor(cursor, carePlace), limit + 1);
    return pageOf(found, limit, ({ careRelationshipId }) => ({ careRelationshipId }));
  }
}
