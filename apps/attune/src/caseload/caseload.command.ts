import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { LocalError } from '@attune/local';
import { run } from '../console/run.ts';
import { portOf, type Settings } from '../settings.ts';
import { settingsInUse } from '../up/settings-in-use.ts';
import { readBroker } from '../up/read-broker.ts';
import { passwordOf, readSecrets, type Secrets } from '../up/secrets.ts';
import { databaseName, type Servers } from '../up/servers.ts';
import { serviceEnvironment } from '../up/services.ts';

export function addCaseload(program: Command): void {
  program
    .command('caseload')
    .description('the read model that operations and therapists look at')
    .command('rebuild')
    .option('--check', 'compare row for row with what serves, and change nothing')
    .description('build it anew from the topics while the old one serves')
    .action(rebuild);
}

/** The service's own program, in its own environment, beside the running platform. */
async function rebuild({ check = false }: { check?: boolean }): Promise<void> {
  const settings = await settingsInUse();
  const secrets = await readSecrets(settings.home);
  if (!secrets) throw new LocalError(`There is no Attune in ${settings.home}: start it with npm start.`);
  const program = join(settings.repository, 'apps/caseload/dist/rebuild.js');
  await access(program).catch(() => {
    throw new LocalError(`The caseload is not built (${program}): run npm run build.`);
  });
  const broker = await readBroker(settings, 'caseload');
  const servers: Servers = {
    databaseUrl: databaseOf(settings, secrets),
    database: databaseName,
    brokerFor: () => broker,
  };
  const env = { ...serviceEnvironment('caseload', settings, secrets, servers), LOG_LEVEL: 'error' };
  process.exitCode = await run(
    process.execPath,
    ['--enable-source-maps', program, ...(check ? ['--check'] : [])],
    { cwd: settings.repository, env, onKilled },
  );
}

const onKilled = (signal: NodeJS.Signals) => {
  process.stderr.write(`The rebuild was ended (${signal}). What serves is as it was: begin it again.\n`);
};

const databaseOf = (settings: Settings, secrets: Secrets) =>
  settings.databaseUrl ??
  `postgres://postgres:${encodeURIComponent(passwordOf(secrets, 'postgres'))}@127.0.0.1:${portOf(settings, 'postgres')}/postgres`;
