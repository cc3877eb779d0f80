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
import { nextDigest } from '../../domain/preference.ts';
import { findPreference, planDigest, savePreference } from '../../store/preference.store.ts';
import { zoneOfStaff } from '../../store/recipient.store.ts';

const preference = z.object({
  immediateFrom: z
    .enum(['low', 'medium', 'high'])
    .nullable()
    .describe(
      'From this severity on an alert is told at once; null for never. Safety is always told at once',
    ),
  digest: z.enum(['none', 'daily', 'weekly']).describe('A weekly one comes on Mondays'),
  digestHour: z.int().min(0).max(23).describe('In your own time zone'),
});
const kept = preference.extend({ version: z.int().describe('0 is what ships') });
type Kept = z.infer<typeof kept>;
const readers = ['therapist', 'supervisor', 'clinic-lead'] as const;

@Controller('api/notifications/preferences')
@Roles(...readers)
export class KeepPreferencesController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'How the person who asks hears of alerts' })
  @Get()
  @Versioned()
  @ApiOkResponse({ standardSchema: kept })
  read(@CurrentPerson() person: Person): Promise<Kept> {
    return this.database.asPerson(person, async (tx) => {
      const { version, value } = await findPreference(tx, person.id);
      return { ...value, version };
    });
  }

  @ApiOperation({ summary: 'Replaces how the person who asks hears of alerts' })
  @Put()
  @ChangesVersion()
  @ApiOkResponse({ standardSchema: kept })
  change(
    @CurrentPerson() person: Person,
    @Body({ schema: preference }) value: z.infer<typeof preference>,
    @IfMatch() seen: number | null,
  ): Promise<Kept> {
    const at = this.clock.now();
    return this.database.asPerson(person, async (tx) => {
      const before = await findPreference(tx, person.id);
      const save = (version: number) => savePreference(tx, person.id, { version, value });
      const version = await saveNext(seen, before.version, save);
      const zone = await zoneOfStaff(tx, person.id);
      if (zone !== null) planDigest(tx, person.id, nextDigest(value, zone, at));
      audit(tx, { person, action: 'change-preferences', clientIds: [], subject: person.id, at });
      return { ...value, version };
    });
  }
}
