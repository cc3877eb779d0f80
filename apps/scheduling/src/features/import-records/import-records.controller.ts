import { CurrentPerson, type Person, Roles } from '@attune/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { careRelationshipSchema } from '../assign-care/care-relationship.schema.ts';
import { importedSessionSchema } from '../keep-sessions/session.schema.ts';
import { personSchema } from '../register-people/person.schema.ts';
import { ImportRecords } from './import-records.handler.ts';

const most = 1_000;
const records = z
  .object({
    people: z.array(personSchema).max(most).default([]),
    careRelationships: z.array(careRelationshipSchema).max(most).default([]),
    sessions: z.array(importedSessionSchema).max(most).default([]),
  })
  .refine((all) => all.people.length + all.careRelationships.length + all.sessions.length <= most, {
    message: `Send ${most} rows at most; the ids make it safe to send the rest afterwards.`,
  });
const counts = z.object({ added: z.int(), known: z.int() });
export type Records = z.infer<typeof records>;

@Controller('api/scheduling/imports')
export class ImportRecordsController {
  constructor(private readonly imports: ImportRecords) {}

  /** Takes over records from another system. The ids are the caller's, so sending a row again changes nothing. */
  @Post()
  @HttpCode(200)
  @Roles('operations', 'admin')
  @ApiOkResponse({ standardSchema: counts })
  take(
    @CurrentPerson() person: Person,
    @Body({ schema: records }) body: Records,
  ): Promise<z.infer<typeof counts>> {
    return this.imports.take(person, body);
  }
}
