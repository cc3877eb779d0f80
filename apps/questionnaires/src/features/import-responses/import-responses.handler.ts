import { append } from '@attune/messaging';
import { audit, Clock, Database, invalid, type Person, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { checkImport, type HistoricalResponse, type Known } from '../../domain/check-import.ts';
import type { InstrumentRef } from '../../domain/instrument.ts';
import { knownClients } from '../../store/client.store.ts';
import { importResponses } from '../../store/import-responses.store.ts';
import { KnownInstruments } from '../known-instruments.ts';
import { submittedEvents } from '../response-events.ts';

export interface Imported {
  readonly imported: number;
  /** How many were there already. */
  readonly known: number;
}

const mostErrors = 100;
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
      append(
        tx,
        ...fresh.flatMap((response) => {
          const instrument = known.instrument(response.instrument);
          return instrument ? submittedEvents(response, instrument, at) : [];
        }),
      );
      const clientIds = unique(fresh.map(({ clientId }) => clientId));
      if (fresh.length > 0) audit(tx, { person, action: 'import-responses', clientIds, at });
      return { imported: fresh.length, known: responses.length - fresh.length };
    });
  }

  private async known(tx: Transaction, rows: readonly HistoricalResponse[]): Promise<Known> {
    const clients = await knownClients(tx, unique(rows.map(({ clientId }) => clientId)));
    const refs = new Map(rows.map(({ instrument }) => [nameOf(instrument), instrument]));
    const found = new Map<string, Awaited<ReturnType<KnownInstruments['find']>>>();
    for (const [name, ref] of refs) found.set(name, await this.instruments.find(tx, ref));
    return { clients, instrument: (ref) => found.get(nameOf(ref)) ?? null };
  }
}
