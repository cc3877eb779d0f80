import { audit, Clock, CurrentPerson, Database, Roles, type Person, zoneSchema } from '@attune/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { dateInZone } from '../../domain/date-in-zone.ts';
import { Freshness } from '../../freshness.ts';
import { dayIn, openRequests, sessionsBetween, unansweredRequests } from '../../store/day.store.ts';
import { daySchema, viewDayRequest, viewDaySession, type DayView } from './day-view.ts';

const query = z.object({
  date: z.iso
    .date()
    .refine((date) => date >= '1900' && date < '2200', 'Name a year from 1900 to 2199.')
    .optional()
    .describe('Today in the zone unless told'),
  zone: zoneSchema.default('UTC'),
  therapistId: z.uuid().optional().describe('Sessions of this therapist, requests to clients of theirs'),
});
const most = { sessions: 500, requests: 200 };
const weekBefore = 6 * 86_400_000;

@Controller('api/caseload/day')
export class ViewDayController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly freshness: Freshness,
  ) {}

  @ApiOperation({
    summary:
      'A day: its sessions with what each client last said, what waits for an answer, and what got none',
  })
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
  @ApiOkResponse({ standardSchema: daySchema })
  view(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { date, zone, therapistId }: z.infer<typeof query>,
  ): Promise<DayView> {
    const now = this.clock.now();
    const wanted = date ?? dateInZone(now, zone);
    return this.database.asPerson(person, async (tx) => {
      const day = await dayIn(tx, wanted, zone);
      const [therapist, week] = [therapistId ?? null, new Date(day.from.getTime() - weekBefore)];
      const sessions = await sessionsBetween(tx, day, therapist, most.sessions);
      const open = await openRequests(tx, day, therapist, most.requests);
      const unanswered = await unansweredRequests(tx, { ...day, from: week }, therapist, most.requests);
      const clientIds = [...new Set([...sessions, ...open, ...unanswered].map(({ clientId }) => clientId))];
      audit(tx, { person, action: 'view-day', clientIds, subject: null, at: now });
      return {
        ...{ date: wanted, zone, ...this.freshness.view() },
        sessions: sessions.map((session) => viewDaySession(session, now)),
        open: open.map(viewDayRequest),
        unanswered: unanswered.map(viewDayRequest),
      };
    });
  }
}
