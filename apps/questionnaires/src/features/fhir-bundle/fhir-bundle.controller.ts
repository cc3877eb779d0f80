import { CurrentPerson, Roles, type Person } from '@attune/platform';
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { fhirJson, fhirResource } from '../fhir-questionnaire/fhir-json.ts';
import { ImportBundle } from './import-bundle.handler.ts';

const bundle = fhirResource('Bundle');

@Controller('api/questionnaires/fhir')
export class FhirBundleController {
  constructor(private readonly importBundle: ImportBundle) {}

  @ApiOperation({
    summary: 'Brings in Questionnaires (admin alone) and QuestionnaireResponses together',
    description:
      'A transaction is taken whole or not at all; of a batch or a collection each entry for itself, and the answer says of each how it ended.',
  })
  @Post()
  @HttpCode(200)
  @Roles('operations', 'admin')
  @Header('content-type', fhirJson)
  @ApiConsumes('application/fhir+json', 'application/json')
  @ApiOkResponse({ standardSchema: bundle })
  import(
    @CurrentPerson() person: Person,
    @Body({ schema: bundle }) given: z.infer<typeof bundle>,
  ): Promise<Record<string, unknown>> {
    return this.importBundle.import(person, given);
  }
}
