import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  administrator,
  brokerPrincipal,
  endProcess,
  freePort,
  identify,
  isAlive,
  startKafka,
  startPostgres,
  type ProcessIdentity,
} from '@attune/local';

/** The servers behind one test run, as the suites find them in the environment. */
export interface Backing {
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

interface RunRecord {
  readonly owner: ProcessIdentity;
  readonly parts: readonly ProcessIdentity[];
}

const folderPrefix = 'attune-test-';
export const testPassword = 'test';

/** Starts one real PostgreSQL and one real Kafka on free ports in a folder of their own. */
export async function startBacking(): Promise<Backing> {
  await clearAbandoned();
  const folder = await mkdtemp(join(tmpdir(), folderPrefix));
  const [port, brokerPort, controllerPort] = [await freePort(), await freePort(), await freePort()];
  const [postgres, kafka] = await Promise.all([
    startPostgres({ dataDir: join(folder, 'postgres'), port, password: testPassword, maxConnections: 400 }),
    startKafka({
      dataDir: join(folder, 'kafka'),
      port: brokerPort,
      controllerPort,
      broker: { username: brokerPrincipal, password: testPassword },
      superUsers: [administrator],
      users: [administrator, 'tester', 'integrator'].map((username) => ({
        username,
        password: testPassword,
      })),
      maxHeapMb: 384,
    }),
  ]);
  const owner = await identify(process.pid);
  const parts = [postgres.child.identity, kafka.child.identity];
  await writeFile(join(folder, 'run.json'), JSON.stringify({ owner, parts }));
  return {
    env: {
      ATTUNE_TEST_DATABASE_URL: postgres.url,
      ATTUNE_TEST_KAFKA_BROKERS: kafka.brokers,
      ATTUNE_TEST_BROKER_PID: String(kafka.child.identity.pid),
      ATTUNE_TEST_FOLDER: folder,
    },
    async stop() {
      // Nothing here outlives the run, so nobody waits for a tidy shutdown.
      await Promise.all([postgres.child.stop('SIGQUIT'), kafka.child.stop('SIGKILL')]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Ends what a killed test run left behind. */
async function clearAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue;
    const folder = join(tmpdir(), name);
    const text = await readFile(join(folder, 'run.json'), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const record = JSON.parse(text) as RunRecord;
    if (await isAlive(record.owner)) continue;
    for (const part of record.parts) await endProcess(part, { signal: 'SIGKILL' });
    await rm(folder, { recursive: true, force: true });
  }
}
