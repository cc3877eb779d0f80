import {
  CurrentPerson,
  fromCursor,
  IdempotencyKey,
  pageLimit,
  pageOf,
  type Person,
  Roles,
  instantSchema,
} from '@attune/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { absenceSchema, newAbsenceSchema, type AbsenceView } from './absence.schema.ts';
import { PlanAbsences } from './plan-absences.handler.ts';

const ended = z.object({ at: instantSchema });
const query = z.object({
  staffId: z.uuid().optional(),
  endsAfter: instantSchema.optional().describe('Leaves out those that were over by then'),
  cursor: z.string().max(1_000).optional(),
  limit: pageLimit(),
});
const place = z.object({ from: z.iso.datetime(), absenceId: z.uuid() });
const page = z.object({ items: z.array(absenceSchema), next: z.string().nullable() });

@Controller('api/scheduling/absences')
export class PlanAbsencesController {
  constructor(private readonly absences: PlanAbsences) {}

  @ApiOperation({
    summary:
      'A colleague covers for every client of the therapist meanwhile, also for those who come to them later',
  })
  @Post()
  @Roles('operations', 'clinic-lead', 'admin')
  @ApiCreatedResponse({ standardSchema: absenceSchema })
  plan(
    @CurrentPerson() person: Person,
    @Body({ schema: newAbsenceSchema }) body: z.infer<typeof newAbsenceSchema>,
    @IdempotencyKey() key: string | null,
  ): Promise<AbsenceView> {
    return this.absences.plan(person, body, key);
  }

  @ApiOperation({ summary: 'Absences, by when they begin' })
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
  @ApiOkResponse({ standardSchema: page })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { staffId, endsAfter, cursor, limit }: z.infer<typeof query>,
  ) {
    const filter = { staffId: staffId ?? null, endsAfter: endsAfter ?? null };
    const found = await this.absences.list(person, filter, fromCursor(cursor, place), limit + 1);
    return pageOf(found, limit, ({ from, absenceId }) => ({ from, absenceId }));
  }

  @ApiOperation({
    summary: 'Takes it back from now on: one that runs ends, one that lies ahead never begins',
    description: 'Its cover ends with it.',
  })
  @Post(':id/cancel')
  @HttpCode(200)
  @Roles('operations', 'clinic-lead', 'admin')
  @ApiOkResponse({ standardSchema: absenceSchema })
  cancel(
    @CurrentPerson() person: Person,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<AbsenceView> {
    return this.absences.end(person, id, null);
  }

  @ApiOperation({ summary: 'Shortens an absence: the therapist is back earlier' })
  @Post(':id/end')
  @HttpCode(200)
  @Roles('operations', 'clinic-lead', 'admin')
  @ApiOkResponse({ standardSchema: absenceSchema })
  end(
    @CurrentPerson() person: Person,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: ended }) { at }: z.infer<typeof ended>,
  ): Promise<AbsenceView> {
    return this.absences.end(person, id, new Date(at));
  }
}
