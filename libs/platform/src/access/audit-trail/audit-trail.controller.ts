import { Controller, Get, Query, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { instantSchema } from '../../http/calendar.schema.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { fromCursor, pageLimit, pageOf } from '../../http/cursor.ts';
import { CurrentPerson, Roles } from '../access.decorators.ts';
import { audit } from '../audit.ts';
import type { Person } from '../person.ts';
import { listTrail } from './audit-trail.store.ts';

const query = z.object({
  personId: z.uuid().optional().describe('Who did it'),
  clientId: z.uuid().optional().describe('About which client'),
  action: z
    .string()
    .regex(/^[a-z][a-z-]{0,63}$/)
    .optional()
    .describe('Exactly this, as view-person'),
  kind: z.enum(['read', 'change']).optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional().describe('Up to but not including'),
  cursor: z.string().max(1_000).optional(),
  limit: pageLimit(),
});
const place = z.object({ at: z.iso.datetime(), entryId: z.string().regex(/^\d{1,18}$/) });
const entry = z.object({
  entryId: z.string(),
  at: z.iso.datetime(),
  personId: z
    .uuid()
    .nullable()
    .describe('Null for a client, who acts by a link, and for the platform itself'),
  roles: z.array(z.string()),
  action: z.string(),
  clientIds: z.array(z.uuid()).describe('About whom, at most 20 of them'),
  clients: z.int().describe('About how many in all'),
  subject: z.string().nullable(),
});
const page = z.object({ items: z.array(entry), next: z.string().nullable() });

/** The route by which those who answer for it read what a service has written down. */
export function auditTrailController(service: string): Type {
  @Controller(`api/${service}/audit`)
  @Roles('clinic-lead', 'admin')
  class AuditTrailController {
    constructor(
      private readonly database: Database,
      private readonly clock: Clock,
    ) {}

    @ApiOperation({
      summary: 'Who read or changed what, the newest first',
      description: 'That somebody reads it is written down in its turn.',
    })
    @Get()
    @ApiOkResponse({ standardSchema: page })
    async list(
      @CurrentPerson() person: Person,
      @Query({ schema: query }) { cursor, limit, ...filter }: z.infer<typeof query>,
    ): Promise<z.infer<typeof page>> {
      const after = fromCursor(cursor, place);
      const found = await this.database.asWorker(async (tx) => {
        const entries = await listTrail(tx, filter, after, limit + 1);
        const clientIds = filter.clientId === undefined ? [] : [filter.clientId];
        audit(tx, { person, action: 'view-audit', clientIds, at: this.clock.now() });
        return entries;
      });
      return pageOf(found, limit, ({ at, entryId }) => ({ at, entryId }));
    }
  }
  return AuditTrailController;
}
