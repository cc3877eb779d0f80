import { audit, Clock, CurrentPerson, Database, Roles, type Person, instantSchema } from '@attune/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { usefulnessByRule, usefulnessByWorkload } from '../../store/usefulness.store.ts';

const query = z.object({
  from: instantSchema.optional().describe('Alerts closed from here on; 90 days ago unless told'),
  to: instantSchema.optional().describe('Alerts closed before; now unless told'),
});
const counts = {
  resolved: z.int().describe('Alerts that a person closed'),
  useful: z.int(),
  notUseful: z.int(),
  unanswered: z.int().describe('Closed without saying'),
};
const report = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  byRule: z.array(z.object({ rule: z.string(), ruleSet: z.string().nullable(), ...counts })),
  byWorkload: z
    .array(z.object({ alerts: z.enum(['1', '2-3', '4-7', '8+']), ...counts }))
    .describe('By how many alerts the same person was sent in the seven days before, this one included'),
});
const days = 90;

@Controller('api/alerting/usefulness')
export class ReportUsefulnessController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary:
      'Whether alerts were useful to those who closed them, so that rules can be tuned against alert fatigue',
  })
  @Get()
  @Roles('clinic-lead', 'operations')
  @ApiOkResponse({ standardSchema: report })
  read(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { from, to }: z.infer<typeof query>,
  ): Promise<z.infer<typeof report>> {
    const at = this.clock.now();
    const until = to === undefined ? at : new Date(to);
    const since =
      from === undefined ? new Date(until.getTime() - days * 24 * 60 * 60 * 1000) : new Date(from);
    return this.database.asPerson(person, async (tx) => {
      audit(tx, { person, action: 'report-usefulness', clientIds: [], subject: null, at });
      return {
        from: since.toISOString(),
        to: until.toISOString(),
        byRule: await usefulnessByRule(tx, since, until),
        byWorkload: await usefulnessByWorkload(tx, since, until),
      };
    });
  }
}
