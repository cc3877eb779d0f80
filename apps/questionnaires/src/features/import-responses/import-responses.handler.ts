import { isDeepStrictEqual } from 'node:util';
import { append } from '@attune/messaging';
import { audit, Clock, Database, invalid, Problem, type Person, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { alertsNobody } from '../../domain/alerts-nobody.ts';
import { checkImport, type HistoricalResponse, type Known } from '../../domain/check-import.ts';
import type { InstrumentRef } from '../../domain/instrument.ts';
import type { Mismatch } from '../../domain/mismatch.ts';
import type { AnsweredResponse } from '../../domain/response.ts';
import { knownClients } from '../../store/client.store.ts';
import { importResponses } from '../../store/import-responses.store.ts';
import { readResponses, type ReadResponse } from '../../store/response.store.ts';
import { KnownInstruments } from '../known-instruments.ts';
import { submittedEvents } from '../response-events.ts';

export interface Imported {
  readonly imported: number;
  /** How many were there already. */
  readonly known: number;
  /** Ids of those that were imported, and answered something about harm too long ago for an alert. */
  readonly alertedNobody: string[];
}

const mostErrors = 100;
const otherContent = (errors: readonly Mismatch[]) =>
  new Problem(
    409,
    'response-exists',
    'Nothing was taken in: responses with these ids are here with other content. Void those, and send these under ids of their own.',
    { errors: errors.slice(0, mostErrors) },
  );
const contentOf = ({
  clientId,
  sessionId,
  instrument,
  answeredAt,
  answers,
}: ReadResponse | AnsweredResponse) => ({
  ...{ clientId, sessionId, instrument, answeredAt, answers },
});
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const nameOf = ({ url, version }: InstrumentRef) => `${url}|${version}`;

@Injectable()
export class ImportResponses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly instruments: KnownInstruments,
  ) {}

  /**
   * Stores historical responses in one transaction. As the worker: whoever imports writes answers that they may not
   * read. The ids make it safe to send again.
   */
  import(person: Person, rows: readonly HistoricalResponse[]): Promise<Imported> {
    const at = this.clock.now();
    return this.database.asWorker(async (tx) => {
      const known = await this.known(tx, rows);
      const { mismatches, responses } = checkImport(rows, known, at);
      if (mismatches.length > 0) throw invalid(mismatches.slice(0, mostErrors), 'import-does-not-fit');
      const stored = await importResponses(tx, responses);
      const fresh = responses.filter(({ responseId }) => stored.has(responseId));
      await this.demandSame(tx, responses, stored);
      append(
        tx,
        ...fresh.flatMap((response) => {
          const instrument = known.instrument(response.instrument);
          return instrument ? submittedEvents(response, instrument, at) : [];
        }),
      );
      const clientIds = unique(fresh.map(({ clientId }) => clientId));
      if (fresh.length > 0) audit(tx, { person, action: 'import-responses', clientIds, at });
      const alertedNobody = fresh.flatMap((response) => {
        const instrument = known.instrument(response.instrument);
        return instrument && alertsNobody(instrument, response) ? [response.responseId] : [];
      });
      return { imported: fresh.length, known: responses.length - fresh.length, alertedNobody };
    });
  }

  /** @throws Problem 409 naming each that was here before and says something else */
  private async demandSame(
    tx: Transaction,
    responses: readonly AnsweredResponse[],
    stored: ReadonlySet<string>,
  ): Promise<void> {
    const known = responses.map(({ responseId }) => responseId).filter((id) => !stored.has(id));
    if (known.length === 0) return;
    const standing = await readResponses(tx, known);
    const others = responses.flatMap((response, index) => {
      const kept = standing.get(response.responseId);
      if (!kept || isDeepStrictEqual(contentOf(kept), contentOf(response))) return [];
      const detail = 'A response with this id is here with other content.';
      return [{ pointer: `/responses/${index}/responseId`, detail }];
    });
    if (others.length > 0) throw otherContent(others);
  }

  private async known(tx: Transaction, rows: readonly HistoricalResponse[]): Promise<Known> {
    const clients = await knownClients(tx, unique(rows.map(({ clientId }) => clientId)));
    const refs = new Map(rows.map(({ instrument }) => [nameOf(instrument), instrument]));
    const found = new Map<string, Awaited<ReturnType<KnownInstruments['find']>>>();
    for (const [name, ref] of refs) found.set(name, await this.instruments.find(tx, ref));
    return { clients, instrument: (ref) => found.get(nameOf(ref)) ?? null };
  }
}
