import { CurrentPerson, Roles, type Person } from '@attune/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { answersSchema } from '../answer.schema.ts';
import { instrumentRef } from '../instrument.schema.ts';
import { ImportResponses } from './import-responses.handler.ts';

const rows = z.object({
  responses: z
    .array(
      z.object({
        responseId: z.uuid(),
        clientId: z.uuid(),
        instrument: instrumentRef,
        sessionId: z.uuid().nullish(),
        answeredAt: z.iso.datetime(),
        answers: answersSchema,
      }),
    )
    .min(1)
    .max(1000),
});
const imported = z.object({
  imported: z.int(),
  known: z.int().describe('How many were there already'),
  alertedNobody: z
    .array(z.uuid())
    .describe(
      'Imported now, with something about harm that was answered more than 14 days ago: no alert is raised',
    ),
});

@Controller('api/questionnaires/responses/imports')
export class ImportResponsesController {
  constructor(private readonly importResponses: ImportResponses) {}

  @ApiOperation({
    summary: 'Brings in responses from before, all or none',
    description:
      "The ids are the sender's: what is there already is left alone, and where it says something else all are refused.",
  })
  @Post()
  @Roles('operations', 'admin')
  @ApiCreatedResponse({ standardSchema: imported })
  import(
    @CurrentPerson() person: Person,
    @Body({ schema: rows }) { responses }: z.infer<typeof rows>,
  ): Promise<z.infer<typeof imported>> {
    return this.importResponses.import(person, responses);
  }
}
