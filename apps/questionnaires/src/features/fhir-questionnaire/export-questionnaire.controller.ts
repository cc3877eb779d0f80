import { audit, Clock, CurrentPerson, Database, notFound, Roles, type Person } from '@attune/platform';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { writeQuestionnaire } from '../../domain/fhir/write-questionnaire.ts';
import { findInstrument, findUrl } from '../../store/instrument.store.ts';
import { findResource } from '../../store/resource.store.ts';
import { fhirResource, fhirJson } from './fhir-json.ts';

const which = z.object({ version: z.string().max(32).optional() });

@Controller('api/questionnaires/fhir/Questionnaire')
export class ExportQuestionnaireController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'An instrument as a FHIR R4 Questionnaire: as it came, or made from it',
    description: 'The newest version unless one is named.',
  })
  @Get(':name')
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin', 'integrator')
  @Header('content-type', fhirJson)
  @ApiOkResponse({ standardSchema: fhirResource('Questionnaire') })
  async one(
    @CurrentPerson() person: Person,
    @Param('name', { schema: z.string().max(200) }) name: string,
    @Query({ schema: which }) { version }: z.infer<typeof which>,
  ): Promise<Record<string, unknown>> {
    return this.database.asPerson(person, async (tx) => {
      const url = await findUrl(tx, name);
      const found = url === null ? null : await findInstrument(tx, { url, version });
      if (!found) throw notFound('instrument');
      const subject = `${found.url}|${found.version}`;
      audit(tx, { person, action: 'export-questionnaire', clientIds: [], subject, at: this.clock.now() });
      return writeQuestionnaire(found, await findResource(tx, found));
    });
  }
}
