import {
  audit,
  Clock,
  CurrentPerson,
  Database,
  fromCursor,
  invalid,
  notFound,
  pageLimit,
  pageOf,
  requireClient,
  Roles,
  type Person,
  type Transaction,
} from '@attune/platform';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { writeObservations, type Resource } from '../../domain/write-observations.ts';
import { findByResponse, listScores } from '../../store/score.store.ts';

const patient = /^Patient\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;
const query = z.object({
  response: z.uuid().optional().describe('The id of the response that was scored'),
  subject: z
    .string()
    .regex(patient, 'Name the client as Patient/<id>.')
    .optional()
    .describe('Instead of a response: every score of a client, as Patient/<id>, the newest first'),
  cursor: z.string().optional().describe('From the link to the next page'),
  _count: pageLimit().describe('How many scores of a client at once; each has an Observation a scale'),
});
type Wanted = z.infer<typeof query>;
const bundle = z.record(z.string(), z.unknown()).describe('A FHIR R4 Bundle of Observations');
const place = z.object({ answeredAt: z.iso.datetime(), scoreId: z.uuid() });

@Controller('api/scoring/fhir/Observation')
export class FhirObservationsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary:
      'What one response, or every one of a client, came to, as FHIR R4 Observations: one for each scale',
  })
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'integrator')
  @Header('content-type', 'application/fhir+json; fhirVersion=4.0; charset=utf-8')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ standardSchema: bundle })
  search(@CurrentPerson() person: Person, @Query({ schema: query }) wanted: Wanted): Promise<Resource> {
    const clientId = patient.exec(wanted.subject ?? '')?.[1];
    if ((wanted.response === undefined) === (clientId === undefined)) {
      throw invalid([{ pointer: '/response', detail: 'Search by a response or by a subject.' }]);
    }
    return this.database.asPerson(person, (tx) =>
      clientId === undefined
        ? this.ofResponse(tx, person, wanted.response ?? '')
        : this.ofClient(tx, person, clientId.toLowerCase(), wanted),
    );
  }

  private async ofResponse(tx: Transaction, person: Person, response: string): Promise<Resource> {
    const score = await findByResponse(tx, response);
    if (!score) throw notFound('score');
    const clientIds = [score.clientId];
    audit(tx, { person, action: 'export-score', clientIds, subject: response, at: this.clock.now() });
    return writeObservations([score], { isWhole: true, next: null });
  }

  private async ofClient(
    tx: Transaction,
    person: Person,
    clientId: string,
    { cursor, _count: limit }: Wanted,
  ): Promise<Resource> {
    const scores = await listScores(tx, clientId, null, fromCursor(cursor, place), limit + 1);
    // An integrator sees scores and no list of clients: one without scores is like one that is not there.
    if (scores.length === 0 && !person.roles.includes('integrator')) await requireClient(tx, clientId);
    audit(tx, { person, action: 'export-scores', clientIds: [clientId], at: this.clock.now() });
    const { items, next } = pageOf(scores, limit, ({ answeredAt, scoreId }) => ({ answeredAt, scoreId }));
    const more = new URLSearchParams({
      ...{ subject: `Patient/${clientId}`, _count: String(limit), cursor: next ?? '' },
    });
    return writeObservations(items, {
      isWhole: cursor === undefined && next === null,
      next: next === null ? null : `Observation?${more.toString()}`,
    });
  }
}
