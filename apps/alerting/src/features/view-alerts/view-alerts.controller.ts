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

  /** Alerts about the clients that the person may see, the newest first; 404 for a client who is not one of them. */
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
    return pageOf(alerts, limit, ({ raisedAt, alertId }) => ({ raisedAt, alertId }));
  }

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
