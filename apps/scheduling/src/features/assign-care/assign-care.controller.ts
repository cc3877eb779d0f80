import { CurrentPerson, IdempotencyKey, type Person, Roles } from '@attune/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { AssignCare } from './assign-care.handler.ts';
import { careRelationshipSchema, newCareRelationshipSchema } from './care-relationship.schema.ts';

const ended = z.object({ at: z.iso.datetime({ offset: true }) });
const query = z.object({ clientId: z.uuid() });
const list = z.object({ items: z.array(careRelationshipSchema), next: z.null() });

@Controller('api/scheduling/care-relationships')
export class AssignCareController {
  constructor(private readonly care: AssignCare) {}

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

  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
  @ApiOkResponse({ standardSchema: list })
  async list(@CurrentPerson() person: Person, @Query({ schema: query }) { clientId }: z.infer<typeof query>) {
    return { items: await this.care.list(person, clientId), next: null };
  }
}
