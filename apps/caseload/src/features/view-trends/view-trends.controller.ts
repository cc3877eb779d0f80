import {
  audit,
  Clock,
  CurrentPerson,
  Database,
  fromCursor,
  pageOf,
  Roles,
  type Person,
} from '@attune/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { dateInZone } from '../../domain/date-in-zone.ts';
import { sumUpTrends } from '../../domain/sum-up-trends.ts';
import { Freshness } from '../../freshness.ts';
import { kindOf } from '../../store/first-records.sql.ts';
import { type Measure, measures } from '../../store/trends.sql.ts';
import {
  allianceByPeriod,
  countByPeriod,
  firstRecordsUntil,
  inCareByPeriod,
  periodsUntil,
  rowsOf,
} from '../../store/trends.store.ts';
import { rowsQuery, rowsSchema, trendsQuery, trendsSchema } from './trends.schema.ts';

const at = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/);
const place = z.object({ measure: z.string(), at, id: z.uuid() });

@Controller('api/caseload/trends')
export class ViewTrendsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly freshness: Freshness,
  ) {}

  @ApiOperation({
    summary: 'The clinic by week or month; a supervisor is shown the clients whom they supervise',
  })
  @Get()
  @Roles('supervisor', 'clinic-lead', 'operations')
  @ApiOkResponse({ standardSchema: trendsSchema })
  view(
    @CurrentPerson() person: Person,
    @Query({ schema: trendsQuery }) { by, count, until, zone, ...whose }: z.infer<typeof trendsQuery>,
  ): Promise<z.infer<typeof trendsSchema>> {
    const now = this.clock.now();
    const today = dateInZone(now, zone);
    return this.database.asPerson(person, async (tx) => {
      const periods = await periodsUntil(tx, until ?? today, { by, count, zone });
      const asked = askedOf(whose, now);
      const counted = await countByPeriod(tx, periods, asked);
      const inCare = await inCareByPeriod(tx, periods, asked);
      const { scale, means } = await allianceByPeriod(tx, periods, asked);
      const first = await firstRecordsUntil(tx, periods, asked);
      const recorded = (measure: Measure, period: number) => {
        const [since, to] = [first[kindOf[measure]], periods[period]?.to];
        return since !== null && to !== undefined && since < to;
      };
      const figures = sumUpTrends(periods.length, measures, [...counted, ...inCare], means, recorded);
      audit(tx, { person, action: 'view-trends', clientIds: [], subject: null, at: now });
      return {
        ...{ by, zone, ...this.freshness.view() },
        allianceScale: scale && { ...scale },
        periods: periods.map(({ start, from, to }, index) => ({
          ...{ start, from: from.toISOString(), to: to.toISOString(), over: to <= now },
          ...(figures[index] ?? missing()),
        })),
      };
    });
  }

  @ApiOperation({ summary: 'What one of the numbers counts, the newest first' })
  @Get('rows')
  @Roles('supervisor', 'clinic-lead', 'operations')
  @ApiOkResponse({ standardSchema: rowsSchema })
  rows(
    @CurrentPerson() person: Person,
    @Query({ schema: rowsQuery })
    { measure, by, start, zone, cursor, limit, ...whose }: z.infer<typeof rowsQuery>,
  ): Promise<z.infer<typeof rowsSchema>> {
    const after = fromCursor(cursor, place.extend({ measure: z.literal(measure) }));
    const now = this.clock.now();
    return this.database.asPerson(person, async (tx) => {
      const [period] = await periodsUntil(tx, start, { by, count: 1, zone });
      const asked = askedOf(whose, now);
      const found = await rowsOf(tx, measure, period ?? missing(), asked, { after, limit: limit + 1 });
      const { items, next } = pageOf(found, limit, ({ place: here, id }) => ({ measure, at: here, id }));
      const clientIds = [...new Set(items.map(({ clientId }) => clientId))];
      audit(tx, { person, action: 'view-trend-rows', clientIds, subject: null, at: now });
      return {
        items: items.map(({ id, at, clientId, clientName, therapistName, value }) => ({
          ...{ id, at: at.toISOString(), client: { id: clientId, name: clientName ?? '' } },
          ...{ therapistName, value },
        })),
        next,
      };
    });
  }
}

const askedOf = (
  { therapistId, supervisorId }: Pick<z.infer<typeof trendsQuery>, 'therapistId' | 'supervisorId'>,
  now: Date,
) => ({ therapistId: therapistId ?? null, supervisorId: supervisorId ?? null, now });

const missing = (): never => {
  throw new Error('a period that was asked for is missing');
};
