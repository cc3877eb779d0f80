import {
  CurrentPerson,
  fromCursor,
  pageLimit,
  pageOf,
  Roles,
  Versioned,
  type Person,
} from '@attune/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { alertStatuses } from '../../domain/alert/alert.ts';
import { alertSchema, type AlertView } from '../alert-view.ts';
import { ViewAlerts } from './view-alerts.query.ts';

const word = alertStatuses.join('|');
const flag = z
  .enum(['true', 'false'])
  .optional()
  .transform((value) => value === 'true');
const query = z.object({
  status: z
    .string()
    .regex(new RegExp(`^(${word})(,(${word}))*$`))
    .optional()
    .describe(
      'One or more of open, acknowledged, in-progress, resolved, separated by commas; all when absent',
    ),
  escalated: flag.describe('Only those that went up because nobody acknowledged them'),
  unrepaired: flag.describe('Only ruptures after which the alliance has not come back'),
  clientId: z.uuid().optional(),
  cursor: z.string().optional(),
  limit: pageLimit(),
});
const place = z.object({ raisedAt: z.iso.datetime(), alertId: z.uuid() });
const alertPage = z.object({ items: z.array(alertSchema), next: z.string().nullable() });

@Controller('api/alerting/alerts')
@Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
export class ViewAlertsController {
  constructor(private readonly viewAlerts: ViewAlerts) {}

  @ApiOperation({
    summary:
      'Alerts about the clients that the person may see, the newest first; 404 for a client who is not one of them',
  })
  @Get()
  @ApiOkResponse({ standardSchema: alertPage })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: query })
    { status, clientId, escalated, unrepaired, cursor, limit }: z.infer<typeof query>,
  ): Promise<z.infer<typeof alertPage>> {
    const after = fromCursor(cursor, place);
    const wanted = alertStatuses.filter((one) => status === undefined || status.split(',').includes(one));
    const filter = { statuses: wanted, clientId: clientId ?? null, escalated, unrepaired };
    const alerts = await this.viewAlerts.page(person, filter, after, limit);
    return pageOf(alerts, limit, ({ raisedAt, alertId }) => ({ raisedAt, alertId }));
  }

  @ApiOperation({ summary: 'An alert' })
  @Get(':alertId')
  @Versioned()
  @ApiOkResponse({ standardSchema: alertSchema })
  one(
    @CurrentPerson() person: Person,
    @Param('alertId', { schema: z.uuid() }) alertId: string,
  ): Promise<AlertView> {
    return this.viewAlerts.one(person, alertId);
  }
}
