import { isDeepStrictEqual } from 'node:util';
import { append } from '@attune/messaging';
import { audit, Clock, conflict, Database, Problem, type Person, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { alertsNobody } from '../../domain/alerts-nobody.ts';
import { answerTimeFault } from '../../domain/answer-time.ts';
import { linkIdsOf, readAnswers, readHead, type ReadHead } from '../../domain/fhir/read-response.ts';
import type { PublishedInstrument } from '../../domain/instrument.ts';
import type { Mismatch } from '../../domain/mismatch.ts';
import type { AnsweredResponse } from '../../domain/response.ts';
import { knownClients } from '../../store/client.store.ts';
import { importResponses } from '../../store/import-responses.store.ts';
import { findInstrument } from '../../store/instrument.store.ts';
import { findResource } from '../../store/resource.store.ts';
import { readResponse, type ReadResponse } from '../../store/response.store.ts';
import { submittedEvents } from '../response-events.ts';

export interface ImportedResponse {
  readonly responseId: string;
  readonly status: 'imported' | 'known';
  /** It was imported now, and something about harm was answered too long ago for an alert. */
  readonly alertedNobody: boolean;
}

const mostErrors = 100;
const doesNotFit = (errors: readonly Mismatch[]) =>
  new Problem(400, 'response-does-not-fit', 'Nothing of this response was taken in: errors says why.', {
    errors: errors.slice(0, mostErrors),
  });

const otherContent = () =>
  conflict(
    'response-exists',
    'A response with this id is here with other content: void that one, and send this under an id of its own.',
  );

/** Whether sending it again says the same. Without a version it was held against the newest, whichever that was. */
function isSame(standing: ReadResponse, sent: AnsweredResponse, { questionnaire }: ReadHead): boolean {
  const contentOf = ({ clientId, answeredAt, answers, instrument }: ReadResponse | AnsweredResponse) => ({
    ...{ clientId, answeredAt, answers, url: instrument.url },
    ...(questionnaire.version !== undefined && { version: instrument.version }),
  });
  return isDeepStrictEqual(contentOf(standing), contentOf(sent));
}

@Injectable()
export class ImportResponse {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** As the worker: whoever imports writes answers that they may not read. Its id makes it safe to send again. */
  import(person: Person, resource: object): Promise<ImportedResponse> {
    return this.database.asWorker((tx) => this.importIn(tx, person, resource));
  }

  async importIn(tx: Transaction, person: Person, resource: object): Promise<ImportedResponse> {
    const head = readHead(resource);
    if ('mismatches' in head) throw doesNotFit(head.mismatches);
    const at = this.clock.now();
    const instrument = await this.check(tx, head, at);
    const others = linkIdsOf(await findResource(tx, instrument));
    const read = readAnswers(head, instrument, others);
    if (read.mismatches) throw doesNotFit(read.mismatches);
    const { responseId, clientId, answeredAt } = head;
    const response: AnsweredResponse = {
      ...{ responseId, clientId, answeredAt, submittedAt: at.toISOString() },
      ...{ requestId: null, sessionId: null, mode: 'import', answers: read.answers },
      instrument: { url: instrument.url, version: instrument.version },
    };
    const stored = await importResponses(tx, [response]);
    if (!stored.has(responseId)) {
      const standing = await readResponse(tx, responseId);
      if (standing && !isSame(standing, response, head)) throw otherContent();
      return { responseId, status: 'known', alertedNobody: false };
    }
    append(tx, ...submittedEvents(response, instrument, at));
    audit(tx, { person, action: 'import-response', clientIds: [clientId], subject: responseId, at });
    return { responseId, status: 'imported', alertedNobody: alertsNobody(instrument, response) };
  }

  private async check(tx: Transaction, head: ReadHead, at: Date): Promise<PublishedInstrument> {
    const instrument = await findInstrument(tx, head.questionnaire);
    const clients = await knownClients(tx, [head.clientId]);
    const time = answerTimeFault(head.answeredAt, at);
    const faults = [
      ...(instrument ? [] : [{ pointer: '/questionnaire', detail: 'There is no such version.' }]),
      ...(clients.has(head.clientId)
        ? []
        : [{ pointer: '/subject/reference', detail: 'No such client is known here, or not yet.' }]),
      ...(time === undefined ? [] : [{ pointer: '/authored', detail: time }]),
    ];
    if (!instrument || faults.length > 0) throw doesNotFit(faults);
    return instrument;
  }
}
