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
import { defaultAlertPolicy } from '../../domain/alert/alert-policy.ts';
import { findAlertPolicy, saveAlertPolicy } from '../../store/alert-policy.store.ts';
import { AlertSettings } from '../alert-settings.ts';

const hours = z.number().min(0.25).max(200);
const row = z.int().min(1).max(20).nullable();
const policySchema = z.object({
  acknowledgeWithinHours: z
    .object({ high: hours, medium: hours, low: hours, safety: hours })
    .describe('Working hours of the clinic; for safety hours by the clock'),
  snooze: z.object({ days: z.int().min(1).max(30), times: z.int().min(0).max(10) }),
  silenceAfter: row.describe('Requests in a row unanswered that make an alert; null for never'),
  missedSessionsAfter: row.describe('Sessions in a row missed that make an alert; null for never'),
  repairWithin: z
    .int()
    .min(1)
    .max(20)
    .describe('Scores after a rupture within which the alliance is to be back'),
});
const kept = policySchema.extend({ version: z.int().describe('0 is what ships') });
type Kept = z.infer<typeof kept>;

@Controller('api/alerting/policy')
export class KeepAlertPolicyController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: AlertSettings,
  ) {}

  @ApiOperation({
    summary: 'How alerts are handled: deadlines, snoozes, what counts as absence, how long a repair may take',
  })
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
  @Versioned()
  @ApiOkResponse({ standardSchema: kept })
  read(@CurrentPerson() person: Person): Promise<Kept> {
    return this.database.asPerson(person, async (tx) => {
      const found = await findAlertPolicy(tx);
      return { ...(found?.policy ?? defaultAlertPolicy), version: found?.version ?? 0 };
    });
  }

  @ApiOperation({ summary: 'Holds from now on; deadlines that were set before stay as they are' })
  @Put()
  @Roles('clinic-lead', 'admin')
  @ChangesVersion()
  @ApiOkResponse({ standardSchema: kept })
  async change(
    @CurrentPerson() person: Person,
    @Body({ schema: policySchema }) policy: z.infer<typeof policySchema>,
    @IfMatch() seen: number | null,
  ): Promise<Kept> {
    const at = this.clock.now();
    const version = await this.database.asPerson(person, async (tx) => {
      const before = (await findAlertPolicy(tx))?.version ?? 0;
      const save = (next: number) => saveAlertPolicy(tx, { version: next, policy }, person.id, at);
      const kept = await saveNext(seen, before, save);
      audit(tx, { person, action: 'change-alert-policy', clientIds: [], subject: 'alert-policy', at });
      return kept;
    });
    this.settings.forget();
    return { ...policy, version };
  }
}
