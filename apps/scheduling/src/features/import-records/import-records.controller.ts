import { CurrentPerson, type Person, Roles } from '@attune/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { ImportRecords } from './import-records.handler.ts';
import { type Records, recordsSchema } from './records.schema.ts';

const counts = z.object({ added: z.int(), known: z.int() });

@Controller('api/scheduling/imports')
export class ImportRecordsController {
  constructor(private readonly imports: ImportRecords) {}

  @ApiOperation({
    summary: 'Takes over records from another system',
    description: "The ids are the caller's, so sending a row again changes nothing.",
  })
  @Post()
  @HttpCode(200)
  @Roles('operations', 'admin')
  @ApiOkResponse({ standardSchema: counts })
  take(
    @CurrentPerson() person: Person,
    @Body({ schema: recordsSchema }) body: Records,
  ): Promise<z.infer<typeof counts>> {
    return this.imports.take(person, body);
  }
}
