import { append } from '@attune/messaging';
import {
  audit,
  ChangesVersion,
  Clock,
  CurrentPerson,
  Database,
  IfMatch,
  invalid,
  notFound,
  type Person,
  requireVersion,
  Roles,
  Versioned,
} from '@attune/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { clinicId, misplacedHours } from '../../domain/clinic.ts';
import { findClinic, updateClinic } from '../../store/clinic.store.ts';
import { clinicEvent } from '../scheduling-events.ts';
import { clinicChangeSchema, clinicSchema, viewClinic, type ClinicView } from './clinic.schema.ts';

@Controller('api/scheduling/clinic')
export class KeepClinicController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: "The clinic's time zone, when it works, and its holidays" })
  @Get()
  @Versioned()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
  @ApiOkResponse({ standardSchema: clinicSchema })
  view(@CurrentPerson() person: Person): Promise<ClinicView> {
    return this.database.asPerson(person, async (tx) => {
      const clinic = await findClinic(tx);
      if (!clinic) throw notFound('clinic');
      return viewClinic(clinic);
    });
  }

  @ApiOperation({
    summary: 'Replaces the time zone, the working hours and the holidays',
    description: 'Deadlines that are counted in working hours follow it from now on.',
  })
  @Put()
  @Roles('clinic-lead', 'admin')
  @ChangesVersion()
  @ApiOkResponse({ standardSchema: clinicSchema })
  change(
    @CurrentPerson() person: Person,
    @Body({ schema: clinicChangeSchema }) given: z.infer<typeof clinicChangeSchema>,
    @IfMatch() seen: number | null,
  ): Promise<ClinicView> {
    const misplaced = misplacedHours(given.workingHours);
    if (misplaced.length > 0) {
      const detail = 'Hours begin before they end, and do not meet others of the same day.';
      throw invalid(misplaced.map((index) => ({ pointer: `/workingHours/${index}`, detail })));
    }
    const at = this.clock.now();
    return this.database.asPerson(person, async (tx) => {
      const before = await findClinic(tx, true);
      if (!before) throw notFound('clinic');
      requireVersion(seen, before.version);
      const holidays = [...new Set(given.holidays)].sort();
      const after = { ...given, holidays, changedAt: at, version: before.version + 1 };
      await updateClinic(tx, after);
      append(tx, clinicEvent(after, at));
      audit(tx, { person, action: 'change-clinic', clientIds: [], subject: clinicId, at });
      return viewClinic(after);
    });
  }
}
