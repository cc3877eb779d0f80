import { administrator } from '@attune/local';
import { apiAs, type Api } from '../api/api-client.ts';
import { say, seconds } from '../console/say.ts';
import type { Settings } from '../settings.ts';
import { readBroker } from '../up/read-broker.ts';
import { Backlog } from './catch-up.ts';
import { clinic } from './clinic.ts';
import { historyOf } from './history.ts';
import { importHistory } from './import-history.ts';
import { readInstruments } from './instruments.ts';
import { liveThrough } from './live/live-weeks.ts';
import { liveFrom } from './live/timetable.ts';
import { moveClock, realTime } from './seed-clock.ts';
import { readSeedRecord, writeSeedRecord, type SeedRecord } from './seed-record.ts';
import { answerToday } from './todays-answers.ts';

/** Fills an empty clinic with a synthetic year; goes on where an interrupted seeding stopped. */
export async function seedWhenEmpty(settings: Settings, signal: AbortSignal): Promise<void> {
  const earlier = await readSeedRecord(settings.home);
  if (earlier?.done) return;
  const api = await apiAs(settings, 'operations');
  if (!earlier && (await hasPeople(api))) return;
  const record = earlier ?? firstRecord(settings);
  await writeSeedRecord(settings.home, record);
  const began = performance.now();
  say(earlier ? '  · going on with the demo data' : '  · filling the empty clinic with demo data');
  // One that goes on has found its time again before the services started.
  if (!earlier && record.at !== undefined) await moveClock(settings.home, new Date(record.at));
  await seed(settings, api, record, signal);
  say(`  ✓ demo data are in (${seconds(performance.now() - began)})`);
}

async function hasPeople(api: Api): Promise<boolean> {
  const page = await api.get<{ items: unknown[] }>('/api/scheduling/people?limit=1');
  return page.items.length > 0;
}

/** Weeks that are lived through write to clients: where mail would really leave, all of the year is history. */
function firstRecord({ catchesMail }: Settings): SeedRecord {
  const anchor = new Date();
  const from = catchesMail ? liveFrom(anchor) : anchor;
  const begins = { anchor: anchor.toISOString(), from: from.toISOString(), ruptures: 0, done: false };
  return catchesMail ? { ...begins, at: begins.from } : begins;
}

async function seed(settings: Settings, api: Api, first: SeedRecord, signal: AbortSignal): Promise<void> {
  const backlog = await Backlog.of(await readBroker(settings, administrator));
  let record = first;
  const keep = async (change: Partial<SeedRecord>) => {
    record = { ...record, ...change };
    await writeSeedRecord(settings.home, record);
  };
  try {
    const [anchor, from] = [new Date(record.anchor), new Date(record.from)];
    const clients = clinic();
    const histories = clients.map((client) => historyOf(client, anchor));
    const instruments = await readInstruments(api);
    const at = record.at === undefined ? undefined : new Date(record.at);
    await importHistory({ api, backlog, clients, histories, instruments, anchor, from, signal });
    if (at) {
      const weeks = { settings, backlog, instruments, clients, histories, anchor, signal };
      await liveThrough(weeks, at, (step) => keep({ at: step.toISOString() }));
      await backlog.untilCaughtUp(signal);
      await realTime(settings.home);
      await keep({ at: undefined });
    }
    // A new token: the one from before the live weeks may be too old.
    const staff = await apiAs(settings, 'operations');
    await answerToday(settings, staff, clients, record.ruptures, (ruptures) => keep({ ruptures }));
    await backlog.untilCaughtUp(signal);
    await keep({ done: true });
  } finally {
    await backlog.close();
  }
}
