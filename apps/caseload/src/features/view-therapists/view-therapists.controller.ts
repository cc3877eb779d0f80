import { audit, Clock, CurrentPerson, Database, Roles, type Person } from '@attune/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { Freshness, freshnessFields } from '../../freshness.ts';
import { therapistFigures } from '../../store/therapist-figures.store.ts';

const days = 90;
const therapist = z.object({
  therapistId: z.uuid(),
  name: z.string().nullable(),
  clients: z.int().describe('In care now'),
  sessionsNextWeek: z.int().describe('Booked in the next seven days'),
  waitingAlerts: z.int().describe('Sent to them and not acknowledged'),
  alerts: z.int().describe('Raised within the period'),
  acknowledged: z.int().describe('Of these, taken in hand'),
  medianSeconds: z.number().nullable().describe('From raised to taken in hand, of those'),
  requestsDue: z.int().describe('Of the clients in care now'),
  requestsAnswered: z.int(),
  repaired: z.int().describe('Ruptures of the period after which the alliance came back'),
  notRepaired: z.int(),
});
const overview = z.object({
  days: z.int(),
  items: z.array(therapist).describe('By name: case mix differs, so figures are no ranking'),
  ...freshnessFields,
});

@Controller('api/caseload/therapists')
export class ViewTherapistsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly freshness: Freshness,
  ) {}

  @ApiOperation({ summary: 'Who carries how much, and where alerts wait' })
  @Get()
  @Roles('clinic-lead', 'operations')
  @ApiOkResponse({ standardSchema: overview })
  view(@CurrentPerson() person: Person): Promise<z.infer<typeof overview>> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - days * 86_400_000);
    return this.database.asPerson(person, async (tx) => {
      const items = (await therapistFigures(tx, now, since)).map((each) => ({ ...each }));
      audit(tx, { person, action: 'view-therapists', clientIds: [], subject: null, at: now });
      return { days, items, ...this.freshness.view() };
    });
  }
}
