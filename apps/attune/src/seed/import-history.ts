import type { Api } from '../api/api-client.ts';
import type { Backlog } from './catch-up.ts';
import type { SeedClient } from './clinic.ts';
import { peopleOf, relationshipsOf, type historyOf, type SeedSession } from './history.ts';
import { importRow, type SeedInstruments } from './instruments.ts';
import { importRows } from './import-rows.ts';
import { Progress } from './progress.ts';

interface Given {
  readonly api: Api;
  readonly backlog: Backlog;
  readonly clients: readonly SeedClient[];
  readonly histories: readonly ReturnType<typeof historyOf>[];
  readonly instruments: SeedInstruments;
  readonly anchor: Date;
  /** From here on nothing has happened yet: it is booked. */
  readonly from: Date;
  readonly signal: AbortSignal;
}

/** Takes over people, care, sessions and responses from before, by the import doors. The ids make it safe to repeat. */
export async function importHistory(given: Given): Promise<void> {
  const { api, backlog, clients, histories, instruments, anchor, from, signal } = given;
  const door = '/api/scheduling/imports';
  const send = async (path: string, field: string, what: string, rows: readonly unknown[]) => {
    await importRows(api, path, field, rows, new Progress(what, rows.length).add, signal);
  };
  await send(door, 'people', 'people', peopleOf(clients));
  const care = clients.flatMap((client) => relationshipsOf(client, anchor));
  await send(door, 'careRelationships', 'care relationships', care);
  // Who is whose client must be known everywhere before the first response.
  await backlog.untilCaughtUp(signal);
  const sessions = histories.flatMap((history) => history.sessions).map(asKnownAt(from));
  await send(door, 'sessions', 'sessions', sessions);
  const inFirst = new Set(clients.filter(({ index }) => index % 2 === 0).map(({ clientId }) => clientId));
  const responses = histories
    .flatMap((history) => history.responses)
    .filter(({ answeredAt }) => answeredAt <= from.toISOString());
  const progress = new Progress('responses', responses.length);
  // Two at a time, and those of one client one after the other, oldest first: nothing new is followed by something old.
  const lanes = Object.values(Object.groupBy(responses, ({ clientId }) => (inFirst.has(clientId) ? 1 : 0)));
  await Promise.all(
    lanes.map((lane = []) => {
      const rows = lane
        .toSorted((one, other) => one.answeredAt.localeCompare(other.answeredAt))
        .map((response) => importRow(response, instruments));
      const path = '/api/questionnaires/responses/imports';
      return importRows(api, path, 'responses', rows, progress.add, signal, 1);
    }),
  );
  await backlog.untilCaughtUp(signal);
}

/** What lies ahead at this instant is booked. Pure. */
export const asKnownAt =
  (from: Date) =>
  (session: SeedSession): SeedSession =>
    session.startsAt > from.toISOString() ? { ...session, status: 'booked' } : session;
