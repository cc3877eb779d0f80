import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoStaff, lastLines, LocalError, startChild } from '@attune/local';
import { step } from '../console/say.ts';
import { portOf, urlOf, type Settings } from '../settings.ts';
import type { Secrets } from './secrets.ts';
import type { Servers } from './servers.ts';
import { peopleFile, serviceEnvironment, type ServiceName } from './services.ts';
import type { Supervisor } from './supervisor.ts';

const readyWithinMs = 90_000;
/** A service that ended this often while starting will not get better by itself. */
const hopelessAfter = 3;

/**
 * The space for young objects, in MB. Node's own choice is generous with memory, which a whole platform on one machine
 * cannot be; less than this costs a quarter of the throughput. The gateway only passes on.
 */
const youngMb = (name: ServiceName) => (name === 'gateway' ? 2 : 8);

/** Starts the services as processes of their own and returns when each says that it is ready. */
export async function startServices(
  names: readonly ServiceName[],
  settings: Settings,
  secrets: Secrets,
  servers: Servers,
  supervisor: Supervisor,
): Promise<void> {
  await writeFile(peopleFile(settings), JSON.stringify(demoStaff, null, 2));
  await Promise.all(
    names.map(async (name) => {
      const main = join(settings.repository, 'apps', name, 'dist/main.js');
      await access(main).catch(() => {
        throw new LocalError(`${name} is not built (${main}): run npm run build.`);
      });
      const logFile = join(settings.home, 'logs', `${name}.log`);
      await step(`${name} on port ${portOf(settings, name)}`, async () => {
        await supervisor.start({
          name,
          graceMs: 10_000,
          start: () =>
            startChild({
              command: process.execPath,
              args: [`--max-semi-space-size=${youngMb(name)}`, '--enable-source-maps', main],
              cwd: settings.repository,
              env: serviceEnvironment(name, settings, secrets, servers),
              logFile,
            }),
        });
        await untilReady(name, settings, supervisor, logFile);
      });
    }),
  );
}

async function untilReady(
  name: ServiceName,
  settings: Settings,
  supervisor: Supervisor,
  logFile: string,
): Promise<void> {
  let last = 'no answer';
  for (const end = Date.now() + readyWithinMs; Date.now() < end; await sleep(100)) {
    if (supervisor.crashes(name) >= hopelessAfter) break;
    try {
      const response = await fetch(`${urlOf(settings, name)}/health/ready`, {
        signal: AbortSignal.timeout(5_000),
      });
      last = await response.text();
      if (response.ok) return;
    } catch {
      // It does not listen yet.
    }
  }
  throw new LocalError(
    `${name} did not become ready (${last.slice(0, 200)}). Its log ends: ${await lastLines(logFile, 2)} (${logFile})`,
  );
}
