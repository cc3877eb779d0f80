import { CurrentPerson, Roles, type Person } from '@attune/platform';
import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { fhirJson, fhirResource } from '../fhir-questionnaire/fhir-json.ts';
import { ExportResponse } from './export-response.query.ts';
import { ImportResponse, type ImportedResponse } from './import-response.handler.ts';

const resourceSchema = fhirResource('QuestionnaireResponse');
const imported = z.object({
  responseId: z.uuid().describe('The resource’s own id where that is a UUID, else made from what was sent'),
  status: z
    .enum(['imported', 'known'])
    .describe('known: it was there already, with the same content; with another it is refused'),
  alertedNobody: z
    .boolean()
    .describe(
      'True where something about harm was answered more than 14 days ago: no alert is raised for it',
    ),
});

@Controller('api/questionnaires/fhir/QuestionnaireResponse')
export class FhirResponseController {
  constructor(
    private readonly importResponse: ImportResponse,
    private readonly exportResponse: ExportResponse,
  ) {}

  @ApiOperation({
    summary: 'Brings in a response from before',
    description: 'Each linkId that is not one of its questionnaire is named.',
  })
  @Post()
  @Roles('operations', 'admin')
  @ApiConsumes('application/fhir+json', 'application/json')
  @ApiCreatedResponse({ standardSchema: imported })
  import(
    @CurrentPerson() person: Person,
    @Body({ schema: resourceSchema }) resource: z.infer<typeof resourceSchema>,
  ): Promise<ImportedResponse> {
    return this.importResponse.import(person, resource);
  }

  @ApiOperation({ summary: 'A response with its answers, for those who treat the client or supervise it' })
  @Get(':responseId')
  @Roles('therapist', 'supervisor')
  @Header('content-type', fhirJson)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ standardSchema: resourceSchema })
  one(
    @CurrentPerson() person: Person,
    @Param('responseId', { schema: z.uuid() }) responseId: string,
  ): Promise<Record<string, unknown>> {
    return this.exportResponse.one(person, responseId);
  }
}
