import { audit, Clock, Database, notFound, type Person } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { writeResponse } from '../../domain/fhir/write-response.ts';
import { readResponse } from '../../store/response.store.ts';
import { KnownInstruments } from '../known-instruments.ts';

@Injectable()
export class ExportResponse {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly instruments: KnownInstruments,
  ) {}

  /** @throws Problem 404 also where the reader may know of the response, but not of its answers */
  one(person: Person, responseId: string): Promise<Record<string, unknown>> {
    return this.database.asPerson(person, async (tx) => {
      const response = await readResponse(tx, responseId);
      if (!response?.answers) throw notFound('response');
      const clientIds = [response.clientId];
      const at = this.clock.now();
      audit(tx, { person, action: 'export-response', clientIds, subject: responseId, at });
      const instrument = await this.instruments.get(tx, response.instrument);
      return writeResponse(response, instrument, response.answers);
    });
  }
}
