import { audit, Clock, CurrentPerson, Database, notFound, Roles, type Person } from '@attune/platform';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { writeObservations, type Resource } from '../../domain/write-observations.ts';
import { findByResponse } from '../../store/score.store.ts';

const query = z.object({ response: z.uuid().describe('The id of the response that was scored') });
const bundle = z.record(z.string(), z.unknown()).describe('A FHIR R4 Bundle of Observations');

@Controller('api/scoring/fhir/Observation')
export class FhirObservationsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What a response came to, as FHIR R4 Observations: one for each scale. */
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
  @Header('content-type', 'application/fhir+json; fhirVersion=4.0; charset=utf-8')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ standardSchema: bundle })
  byResponse(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { response }: z.infer<typeof query>,
  ): Promise<Resource> {
    return this.database.asPerson(person, async (tx) => {
      const score = await findByResponse(tx, response);
      if (!score) throw notFound('score');
      const clientIds = [score.clientId];
      audit(tx, { person, action: 'export-score', clientIds, subject: response, at: this.clock.now() });
      return writeObservations(score);
    });
  }
}
