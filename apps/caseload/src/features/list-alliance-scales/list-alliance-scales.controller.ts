import { CurrentPerson, Database, Roles, type Person } from '@attune/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { listAllianceScales } from '../../store/alliance-scale.store.ts';

const scales = z.object({
  items: z.array(
    z.object({
      instrument: z.string().describe('Its url'),
      scale: z.string(),
      instrumentTitle: z.string(),
      title: z.string(),
      min: z.number(),
      max: z.number(),
      higherIsBetter: z.boolean(),
    }),
  ),
});

@Controller('api/caseload/alliance-scales')
export class ListAllianceScalesController {
  constructor(private readonly database: Database) {}

  @ApiOperation({
    summary:
      'The scales that stand for the alliance: those that the rules in force watch for it, in the order of the rules',
  })
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
  @ApiOkResponse({ standardSchema: scales })
  list(@CurrentPerson() person: Person): Promise<z.infer<typeof scales>> {
    return this.database.asPerson(person, async (tx) => ({
      items: (await listAllianceScales(tx)).map((scale) => ({ ...scale })),
    }));
  }
}
