import {
  audit,
  ChangesVersion,
  Clock,
  CurrentPerson,
  Database,
  IfMatch,
  Roles,
  saveNext,
  Versioned,
  type Person,
} from '@attune/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { findQuietHours, saveQuietHours } from '../../store/preference.store.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 21:00.');
const quietHours = z
  .object({ from: time, to: time })
  .describe('By the client’s own clock; the same time twice for no quiet hours');
const kept = quietHours.extend({ version: z.int().describe('0 is what ships') });
type Kept = z.infer<typeof kept>;

@Controller('api/notifications/quiet-hours')
export class KeepQuietHoursController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'When clients are not written to: what is due then waits until the end' })
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
  @Versioned()
  @ApiOkResponse({ standardSchema: kept })
  read(@CurrentPerson() person: Person): Promise<Kept> {
    return this.database.asPerson(person, async (tx) => {
      const { version, value } = await findQuietHours(tx);
      return { ...value, version };
    });
  }

  @ApiOperation({ summary: 'Replaces the quiet hours; what waits already keeps its time' })
  @Put()
  @Roles('clinic-lead', 'admin')
  @ChangesVersion()
  @ApiOkResponse({ standardSchema: kept })
  change(
    @CurrentPerson() person: Person,
    @Body({ schema: quietHours }) value: z.infer<typeof quietHours>,
    @IfMatch() seen: number | null,
  ): Promise<Kept> {
    const at = this.clock.now();
    return this.database.asPerson(person, async (tx) => {
      const before = await findQuietHours(tx);
      const save = (version: number) => saveQuietHours(tx, { version, value });
      const version = await saveNext(seen, before.version, save);
      audit(tx, { person, action: 'change-quiet-hours', clientIds: [], subject: 'quiet-hours', at });
      return { ...value, version };
    });
  }
}
