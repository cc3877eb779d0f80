import { CurrentPerson, Database, Roles, type Person } from '@attune/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { listTreating } from '../../store/staff.store.ts';

const treating = z.object({
  items: z.array(z.object({ personId: z.uuid(), name: z.string() })).describe('By name'),
});

@Controller('api/caseload/treating')
export class ListTreatingController {
  constructor(private readonly database: Database) {}

  @ApiOperation({
    summary:
      'The therapists who treat somebody whom the person may see: what lists of clients can be narrowed to',
  })
  @Get()
  @Roles('supervisor', 'clinic-lead', 'operations')
  @ApiOkResponse({ standardSchema: treating })
  list(@CurrentPerson() person: Person): Promise<z.infer<typeof treating>> {
    return this.database.asPerson(person, async (tx) => ({
      items: (await listTreating(tx)).map((each) => ({ ...each })),
    }));
  }
}
