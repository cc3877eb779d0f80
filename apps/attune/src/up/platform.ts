import { join } from 'node:path';
import {
  administrator,
  asDiskProblem,
  brokerPrincipal,
  databaseServices,
  principals,
  requireRoom,
  roleName,
  startMailCatcher,
  type MailCatcher,
} from '@attune/local';
import { say, step } from '../console/say.ts';
import { keepDiary } from './diary.ts';
import { enterSeedTime, leaveSeedTime } from '../seed/seed-clock.ts';
import { portOf, type Settings } from '../settings.ts';
import { requirePorts } from './require-ports.ts';
import { endOrphans, recordParts, releaseLock, takeLock } from './run-record.ts';
import { ensureSecrets } from './secrets.ts';
import { startServers } from './servers.ts';
import { serviceNames, type ServiceName } from './services.ts';
import { startServices } from './start-services.ts';
import { Supervisor } from './supervisor.ts';

/** A running platform, owned by this process. */
export interface Platform {
  stop(): Promise<void>;
  /** Ends everything at once, for someone who asked twice. */
  kill(): Promise<void>;
}

/** What a first start fills: the two servers' files and a year of demo data, with room to work. */
const neededMb = 1_000;

const passwordNames = [
  'postgres',
  brokerPrincipal,
  administrator,
  ...principals.map(({ name }) => name),
  ...databaseServices.flatMap((service) =>
    (['owner', 'api', 'worker'] as const).map((role) => roleName(service, role)),
  ),
];

interface StartOptions {
  readonly only?: readonly ServiceName[];
  /** Whether the demo data are to be filled in, or gone on with, once it runs. */
  readonly seeds?: boolean;
  readonly onStarting?: (platform: Platform) => void;
}

/** Starts the servers, provisions them and starts the services; on a failure stops what had been started. */
export async function startPlatform(
  settings: Settings,
  { only = serviceNames, seeds = true, onStarting }: StartOptions = {},
): Promise<Platform> {
  await requireRoom(settings.home, neededMb);
  await requireRoom(join(settings.home, 'logs'), 0);
  await takeLock(settings.home, settings.publicUrl);
  const supervisor = new Supervisor((parts) => recordParts(settings.home, parts), keepDiary(settings.home));
  let stopped: Promise<void> | undefined;
  let catcher: MailCatcher | undefined;
  const release = async () => {
    await leaveSeedTime(settings.home);
    await releaseLock(settings.home);
  };
  const platform: Platform = {
    stop: () =>
      (stopped ??= supervisor
        .stop([['gateway'], serviceNames, ['kafka'], ['postgres']])
        .then(() => catcher?.stop())
        .then(release)),
    kill: () => supervisor.kill().then(release),
  };
  onStarting?.(platform);
  try {
    const orphans = await endOrphans(settings.home);
    if (orphans > 0) say(`  · ended ${orphans} processes that an earlier run had left behind`);
    await requirePorts(settings, only);
    await enterSeedTime(settings.home, { seeds });
    const secrets = await ensureSecrets(settings.home, passwordNames);
    const servers = await startServers(settings, secrets, supervisor);
    catcher = await catchMail(settings);
    await startServices(only, settings, secrets, servers, supervisor);
    return platform;
  } catch (error) {
    await platform.stop();
    throw asDiskProblem(error, settings.home) ?? error;
  }
}

/** In this process: it is no part of the platform, only where its mail can be seen. */
async function catchMail(settings: Settings): Promise<MailCatcher> {
  const [smtp, page] = [portOf(settings, 'smtp'), portOf(settings, 'mail')];
  return step(`mail catcher on port ${page}`, () => startMailCatcher({ smtp, page }));
}
