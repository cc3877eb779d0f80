import { administrator } from '@attune/local';
import { apiAs, type Api } from '../api/api-client.ts';
import { say, seconds } from '../console/say.ts';
import type { Settings } from '../settings.ts';
import { readBroker } from '../up/read-broker.ts';
import { untilCaughtUp } from './catch-up.ts';
import { clinic } from './clinic.ts';
import { historyOf, peopleOf, relationshipsOf } from './history.ts';
import { importRow, readInstruments } from './instruments.ts';
import { importRows } from './import-rows.ts';
import { Progress } from './progress.ts';
import { answerRuptures } from './recent-ruptures.ts';
import { readSeedRecord, writeSeedRecord, type SeedRecord } from './seed-record.ts';

/** Fills an empty clinic with a synthetic year; goes on where an interrupted seeding stopped. */
export async function seedWhenEmpty(settings: Settings, signal: AbortSignal): Promise<void> {
  const earlier = await readSeedRecord(settings.home);
  if (earlier?.done) return;
  const api = await apiAs(settings, 'operations');
  if (!earlier && (await hasPeople(api))) return;
  const record = earlier ?? { anchor: new Date().toISOString(), ruptures: 0, done: false };
  await writeSeedRecord(settings.home, record);
  const began = performance.now();
  say(earlier ? '  · going on with the demo data' : '  · filling the empty clinic with demo data');
  await seed(settings, api, record, signal);
  say(`  ✓ demo data are in (${seconds(performance.now() - began)})`);
}

async function hasPeople(api: Api): Promise<boolean> {
  const page = await api.get<{ items: unknown[] }>('/api/scheduling/people?limit=1');
  return page.items.length > 0;
}

async function seed(settings: Settings, api: Api, record: SeedRecord, signal: AbortSignal): Promise<void> {
  const broker = await readBroker(settings, administrator);
  const anchor = new Date(record.anchor);
  const clients = clinic();
  const histories = clients.map((client) => historyOf(client, anchor));
  const door = '/api/scheduling/imports';
  const send = async (path: string, field: string, what: string, rows: readonly unknown[]) => {
    await importRows(api, path, field, rows, new Progress(what, rows.length).add, signal);
  };

  await send(door, 'people', 'people', peopleOf(clients));
  await send(
    door,
    'careRelationships',
    'care relationships',
    clients.flatMap((client) => relationshipsOf(client, anchor)),
  );
  // Who is whose client must be known everywhere before the first response.
  await untilCaughtUp(broker, signal);
  const sessions = histories.flatMap((history) => history.sessions);
  await send(door, 'sessions', 'sessions', sessions);
  const instruments = await readInstruments(api);
  // Oldest first, as they came in over the year.
  const responses = histories
    .flatMap((history) => history.responses)
    .sort((one, other) => one.answeredAt.localeCompare(other.answeredAt))
    .map((response) => importRow(response, instruments));
  await send('/api/questionnaires/responses/imports', 'responses', 'responses', responses);
  await untilCaughtUp(broker, signal);

  // Ruptures of today come in by the client's own door; of history only what went down in the last days raises alerts.
  await answerRuptures(settings, api, clients, record.ruptures, (ruptures) =>
    writeSeedRecord(settings.home, { ...record, ruptures }),
  );
  await untilCaughtUp(broker, signal);
  await writeSeedRecord(settings.home, { ...record, done: true });
}
