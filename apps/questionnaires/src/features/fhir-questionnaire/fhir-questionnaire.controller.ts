import { CurrentPerson, IdempotencyKey, Roles, type Person } from '@attune/platform';
import { Body, Controller, Headers, Post, Query } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { publishedInstrument } from '../instrument.schema.ts';
import {
  ImportQuestionnaire,
  notSupported,
  type ImportedQuestionnaire,
} from './import-questionnaire.handler.ts';

const questionnaire = z
  .record(z.string(), z.unknown())
  .describe('A FHIR R4 Questionnaire, as JSON. docs/guides/fhir.md says what is supported');
const wishes = z.object({
  total: z
    .enum(['true', 'false'])
    .optional()
    .describe('true: count all items with weights as one scale, where none is declared'),
  direction: z.enum(['higher-is-better', 'lower-is-better']).optional(),
});
const imported = z.object({
  instrument: publishedInstrument,
  notes: z
    .array(z.object({ pointer: z.string(), detail: z.string() }))
    .describe('What was decided where the questionnaire leaves it open'),
});

@Controller('api/questionnaires/fhir/Questionnaire')
export class FhirQuestionnaireController {
  constructor(private readonly importQuestionnaire: ImportQuestionnaire) {}

  @ApiOperation({
    summary: 'Publishes a FHIR R4 Questionnaire as an instrument',
    description: 'What is not supported is declined, with every reason.',
  })
  @Post()
  @Roles('admin')
  @ApiConsumes('application/fhir+json', 'application/json')
  @ApiCreatedResponse({ standardSchema: imported })
  import(
    @CurrentPerson() person: Person,
    @IdempotencyKey() key: string | null,
    @Headers('content-type') type: string,
    @Query({ schema: wishes }) { total, direction }: z.infer<typeof wishes>,
    @Body({ schema: questionnaire }) resource: z.infer<typeof questionnaire>,
  ): Promise<ImportedQuestionnaire> {
    const version = /fhirversion\s*=\s*"?([\d.]+)/i.exec(type)?.[1];
    if (version !== undefined && !version.startsWith('4.0')) {
      throw notSupported([{ pointer: '', detail: 'Only FHIR R4 (fhirVersion 4.0) is supported.' }]);
    }
    const wished = {
      ...(total !== undefined && { total: total === 'true' }),
      ...(direction !== undefined && { higherIsBetter: direction === 'higher-is-better' }),
    };
    return this.importQuestionnaire.import(person, resource, wished, key);
  }
}
