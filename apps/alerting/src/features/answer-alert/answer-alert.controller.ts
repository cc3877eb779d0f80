import { CurrentPerson, IdempotencyKey, IfMatch, type Person } from '@attune/platform';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { humanOutcomes } from '../../domain/alert/alert.ts';
import { acknowledge, resolve } from '../../domain/alert/change-alert.ts';
import type { AlertView } from '../alert-view.ts';
import { ChangeAlert } from '../change-alert.handler.ts';
import { ChangesAlert } from '../changes-alert.ts';

const alertId = z.uuid();
const note = z.string().trim().max(4000).optional();
const resolution = z.object({
  outcome: z.enum(humanOutcomes),
  useful: z.boolean().optional().describe('Whether the alert helped'),
  note,
});

@Controller('api/alerting/alerts')
export class AnswerAlertController {
  constructor(private readonly changeAlert: ChangeAlert) {}

  @ApiOperation({ summary: 'Says that the alert has been seen' })
  @Post(':alertId/acknowledge')
  @ChangesAlert()
  acknowledge(
    @CurrentPerson() person: Person,
    @Param('alertId', { schema: alertId }) id: string,
    @IfMatch() seenVersion: number | null,
    @IdempotencyKey() key: string | null,
  ): Promise<AlertView> {
    return this.changeAlert.perform(
      person,
      { alertId: id, action: 'acknowledge', seenVersion, key },
      ({ alert }, now) => acknowledge(alert, person.id, now),
    );
  }

  @ApiOperation({ summary: 'Says what came of it, and closes it' })
  @Post(':alertId/resolve')
  @ChangesAlert()
  resolve(
    @CurrentPerson() person: Person,
    @Param('alertId', { schema: alertId }) id: string,
    @Body({ schema: resolution }) { outcome, useful, note }: z.infer<typeof resolution>,
    @IfMatch() seenVersion: number | null,
    @IdempotencyKey() key: string | null,
  ): Promise<AlertView> {
    return this.changeAlert.perform(
      person,
      { alertId: id, action: 'resolve', seenVersion, key, sent: { outcome, useful, note }, note },
      ({ alert }, now) => resolve(alert, person.id, { outcome, useful: useful ?? null }, now),
    );
  }
}
