import { CurrentPerson, Problem, Roles, type Person } from '@attune/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { acknowledge } from '../../domain/alert/change-alert.ts';
import { ChangeAlert } from '../change-alert.handler.ts';
import { refuseSafety } from './refuse-safety.ts';

const body = z.object({
  alerts: z
    .array(z.object({ alertId: z.uuid(), version: z.int().min(1).describe('As it was read') }))
    .min(1)
    .max(100),
});
const result = z.object({
  alertId: z.uuid(),
  acknowledged: z.boolean(),
  code: z.string().nullable().describe('Why not'),
});
const results = z.object({ items: z.array(result) });

@Controller('api/alerting/alerts')
export class AcknowledgeAlertsController {
  constructor(private readonly changeAlert: ChangeAlert) {}

  @ApiOperation({
    summary: 'Says of several alerts that they have been seen; each is answered for',
    description: 'A safety alert is seen one by one.',
  })
  @Post('acknowledge')
  @HttpCode(200)
  @Roles('therapist', 'supervisor', 'clinic-lead')
  @ApiOkResponse({ standardSchema: results })
  async acknowledge(
    @CurrentPerson() person: Person,
    @Body({ schema: body }) { alerts }: z.infer<typeof body>,
  ): Promise<z.infer<typeof results>> {
    const items: z.infer<typeof result>[] = [];
    for (const { alertId, version } of alerts) {
      items.push({ alertId, ...(await this.one(person, alertId, version)) });
    }
    return { items };
  }

  private async one(person: Person, alertId: string, seenVersion: number) {
    try {
      const change = { alertId, action: 'acknowledge', seenVersion, key: null } as const;
      await this.changeAlert.perform(person, change, ({ alert }, now) => {
        refuseSafety(alert);
        return acknowledge(alert, person.id, now);
      });
      return { acknowledged: true, code: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { acknowledged: false, code: error.code };
    }
  }
}
