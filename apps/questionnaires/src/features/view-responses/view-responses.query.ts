import { audit, Clock, Database, notFound, requireClient, type Person } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import type { KeptResponse } from '../../domain/response.ts';
import {
  listResponses,
  readResponse,
  type ReadResponse,
  type ResponsePlace,
} from '../../store/response.store.ts';

@Injectable()
export class ViewResponses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One page of a client's responses without answers, and one more when there is a next page. */
  page(
    person: Person,
    clientId: string,
    after: ResponsePlace | null,
    limit: number,
  ): Promise<KeptResponse[]> {
    return this.database.asPerson(person, async (tx) => {
      const responses = await listResponses(tx, clientId, after, limit + 1);
      if (responses.length === 0) await requireClient(tx, clientId);
      const at = this.clock.now();
      audit(tx, { person, action: 'view-responses', clientIds: [clientId], at });
      return responses;
    });
  }

  /** A response, with the answers where the reader treats the client or supervises it. */
  one(person: Person, responseId: string): Promise<ReadResponse> {
    return this.database.asPerson(person, async (tx) => {
      const response = await readResponse(tx, responseId);
      if (!response) throw notFound('response');
      const action = response.answers ? 'view-answers' : 'view-response';
      const at = this.clock.now();
      audit(tx, { person, action, clientIds: [response.clientId], subject: responseId, at });
      return response;
    });
  }
}
