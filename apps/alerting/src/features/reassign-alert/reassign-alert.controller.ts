import {
  ChangesVersion,
  CurrentPerson,
  IdempotencyKey,
  IfMatch,
  invalid,
  Roles,
  type Person,
  type Transaction,
} from '@attune/platform';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { reassign, type Pin } from '../../domain/alert/change-alert.ts';
import { staffRoles } from '../../store/person.store.ts';
import { alertSchema, type AlertView } from '../alert-view.ts';
import { ChangeAlert } from '../change-alert.handler.ts';
import { routeNow } from '../route-now.ts';

const alertId = z.uuid();
const reassignment = z.object({
  recipientId: z.uuid().nullable().describe('Null lifts the pin: the care relationships decide again'),
  reason: z.string().trim().max(1000).optional(),
});

@Controller('api/alerting/alerts')
export class ReassignAlertController {
  constructor(private readonly changeAlert: ChangeAlert) {}

  @ApiOperation({ summary: 'Hands the alert to somebody, or back to the care relationships' })
  @Post(':alertId/reassign')
  @HttpCode(200)
  @Roles('operations')
  @ChangesVersion()
  @ApiOkResponse({ standardSchema: alertSchema })
  reassign(
    @CurrentPerson() person: Person,
    @Param('alertId', { schema: alertId }) id: string,
    @Body({ schema: reassignment }) { recipientId, reason }: z.infer<typeof reassignment>,
    @IfMatch() seenVersion: number | null,
    @IdempotencyKey() key: string | null,
  ): Promise<AlertView> {
    const pin: Pin | null = recipientId === null ? null : { recipientId, reason: reason ?? null };
    return this.changeAlert.perform(
      person,
      { alertId: id, action: 'reassign', seenVersion, key, sent: { recipientId, reason } },
      async ({ alert }, now, tx) => {
        if (pin) await refuseUnlessClinician(tx, pin.recipientId);
        return reassign(alert, pin, await routeNow(tx, alert, now), now);
      },
    );
  }
}

/** Only somebody who can answer it may be handed an alert. */
async function refuseUnlessClinician(tx: Transaction, personId: string): Promise<void> {
  const roles = await staffRoles(tx, personId);
  if (roles?.some((role) => role === 'therapist' || role === 'supervisor')) return;
  throw invalid([{ pointer: '/recipientId', detail: 'is not a therapist or supervisor' }]);
}
