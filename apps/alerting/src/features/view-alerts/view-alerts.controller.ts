import { CurrentPerson, fromCursor, pageLimit, Roles, toCursor, type Person } from '@attune/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { alertSchema, type AlertView } from '../alert-view.ts';
import { ViewAlerts } from './view-alerts.query.ts';

const statuses = ['open', 'acknowledged', 'resolved'] as const;
const query = z.object({
  status: z
    .string()
    .regex(/^(open|acknowledged|resolved)(,(open|acknowledged|resolved))*$/)
    .optional()
    .describe('One or more of open, acknowledged, resolved, separated by commas; all of them when absent'),
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

  /** Alerts about the clients that the person may see, the newest first. */
  @Get()
  @ApiOkResponse({ standardSchema: alertPage })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { status, clientId, cursor, limit }: z.infer<typeof query>,
  ): Promise<z.infer<typeof alertPage>> {
    const after = fromCursor(cursor, place);
    const wanted = statuses.filter((one) => status === undefined || status.split(',').includes(one));
    const filter = { statuses: wanted, clientId: clientId ?? null };
    const alerts = await this.viewAlerts.page(person, filter, after, limit);
    const items = alerts.slice(0, limit);
    const last = alerts.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? toCursor({ raisedAt: last.raisedAt, alertId: last.alertId }) : null };
  }

  @Get(':alertId')
  @ApiOkResponse({ standardSchema: alertSchema })
  one(
    @CurrentPerson() person: Person,
    @Param('alertId', { schema: z.uuid() }) alertId: string,
  ): Promise<AlertView> {
    return this.viewAlerts.one(person, alertId);
  }
}
