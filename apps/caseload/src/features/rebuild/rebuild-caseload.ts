import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeadLetters, Messaging } from '@attune/messaging';
import { createService, type ServiceConfig } from '@attune/platform';
import type { INestApplication, Type } from '@nestjs/common';
import { type Difference, RebuildStore } from '../../store/rebuild.store.ts';
import { ReassessClientsSweep } from '../reassess-clients/reassess-clients.sweep.ts';

export interface Rebuild {
  readonly config: ServiceConfig;
  /** The service itself: its own consumers build the copy. */
  readonly module: Type;
  /** Compare only; nothing that serves is changed. */
  readonly check: boolean;
  readonly say: (line: string) => void;
  /** Asked between steps; true gives up and leaves everything as it was. */
  readonly over?: () => boolean;
}

export type Rebuilt =
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'same' | 'differs' | 'adopted'; readonly differences: readonly Difference[] };

const lookEveryMs = 500;
const tellEvery = 10;
/** The clock moves days on in the one and the other; a difference of that kind goes by itself. */
const looks = 5;

/**
 * Builds the read model anew from the first event on, in tables and a consumer group of its own, while the one that
 * serves goes on. When the copy has caught up the one that serves is held for a moment, the copy goes on to where that
 * has come, and what differs is put right in one transaction: readers see the old rows or the new ones. Killed at any
 * time before that, it leaves the old as it was, and the next rebuild begins anew.
 */
export async function rebuildCaseload({ config, module, check, say, over }: Rebuild): Promise<Rebuilt> {
  const { DATABASE_OWNER_URL: owner, DATABASE_WORKER_URL: worker } = config;
  if (owner === undefined || worker === undefined)
    return {
      outcome: 'refused',
      why: 'DATABASE_OWNER_URL and DATABASE_WORKER_URL must say where the database is.',
    };
  const store = await RebuildStore.open(owner, worker);
  if (!store) return { outcome: 'refused', why: 'Another rebuild is under way: wait for its end.' };
  try {
    await store.prepare();
    const app = await startCopy(config, module, worker);
    try {
      await caughtUp(app, store, say, over);
      return await conclude(app, store, check);
    } finally {
      await app.close();
    }
  } finally {
    await store.close();
  }
}

/** The service once more: its tables are found in the schema beside, and its group is a new one. */
async function startCopy(config: ServiceConfig, module: Type, worker: string): Promise<INestApplication> {
  const beside = new URL(worker);
  beside.searchParams.set('options', '-csearch_path=caseload_rebuild,caseload,public');
  const app = await createService(
    { name: 'caseload', module },
    {
      ...config,
      DATABASE_OWNER_URL: undefined,
      DATABASE_API_URL: beside.href,
      DATABASE_WORKER_URL: beside.href,
      CONSUMER_GROUP: `caseload.rebuild-${randomUUID()}`,
    },
  );
  await app.startAllMicroservices();
  await app.init();
  return app;
}

async function caughtUp(
  app: INestApplication,
  store: RebuildStore,
  say: (line: string) => void,
  over: () => boolean = () => false,
): Promise<void> {
  const left = await app.get(Messaging, { strict: false }).ends();
  for (let look = 0; ; look += 1) {
    if (over()) throw new Error('The rebuild was given up.');
    await leaveOut(app, store);
    const events = await left();
    if (events === 0) return;
    if (look % tellEvery === 0) say(`${events} events to go`);
    await sleep(lookEveryMs);
  }
}

/** What administrators have left out for good is left out here, too, in their name. */
async function leaveOut(app: INestApplication, store: RebuildStore): Promise<void> {
  const letters = app.get(DeadLetters, { strict: false });
  for (const { id, personId } of await store.skippedBy())
    await letters
      .skip({ id: personId, subject: personId, roles: ['admin'] }, id, 'as before')
      .catch(() => undefined);
}

async function conclude(app: INestApplication, store: RebuildStore, check: boolean): Promise<Rebuilt> {
  const messaging = app.get(Messaging, { strict: false });
  const sweep = app.get(ReassessClientsSweep, { strict: false });
  for (let look = 1; ; look += 1) {
    const done = await store.whileHeld(async (): Promise<Rebuilt | null> => {
      const left = await messaging.ends();
      while ((await left()) > 0) await sleep(50);
      await leaveOut(app, store);
      await sweep.sweep();
      await store.freeze();
      const stuck = await store.stuck();
      if (stuck > 0) {
        const why = `${stuck} clients or instruments wait behind an event that could not be taken in, which was not so before: nothing was changed.`;
        return { outcome: 'refused', why };
      }
      const differences = await store.differences();
      if (check && differences.length > 0 && look < looks) return null;
      if (!check) await store.adopt();
      return { outcome: !check ? 'adopted' : differences.length > 0 ? 'differs' : 'same', differences };
    });
    if (done) return done;
    await sleep(1_000);
  }
}
