import type { Command } from 'commander';
import { databaseServices, LocalError } from '@attune/local';
import { apiAs, ApiError, type Api } from '../api/api-client.ts';
import { settingsInUse } from '../up/settings-in-use.ts';

interface DeadLetter {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Parked messages of every service, through the same routes that an administrator's page uses. */
export function addDeadLetters(program: Command): void {
  const group = program.command('dead-letters').description('messages that a service could not take in');
  group
    .command('list')
    .argument('[service]', databaseServices.join(', '))
    .description('what is parked, and why')
    .action(list);
  group
    .command('show')
    .argument('<id>')
    .option('--value', 'what it says, also where that names people or answers; goes into the audit')
    .action(async (id: string, { value = false }: { value?: boolean }) =>
      print((await find(id, value ? '?value=true' : '')).letter),
    );
  group
    .command('retry')
    .argument('<id>')
    .description('let the service try it again, then what waits behind it')
    .action((id: string) => act(id, 'retry', {}));
  group
    .command('skip')
    .argument('<id>')
    .requiredOption('--reason <text>', 'why it may be left out; goes into the audit')
    .description('leave it out for good and go on with what waits behind it')
    .action((id: string, { reason }: { reason: string }) => act(id, 'skip', { reason }));
}

const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
};
const doorOf = (service: string) => `/api/${service}/dead-letters`;

async function list(only: string | undefined): Promise<void> {
  const api = await apiAs(await settingsInUse(), 'admin');
  let count = 0;
  for (const service of databaseServices.filter((name) => only === undefined || name === only)) {
    const { items } = await api.get<{ items: DeadLetter[] }>(doorOf(service));
    count += items.length;
    for (const item of items) print({ service, ...item });
  }
  if (count === 0) process.stdout.write('Nothing is parked.\n');
}

async function find(id: string, wish = ''): Promise<{ api: Api; service: string; letter: DeadLetter }> {
  const api = await apiAs(await settingsInUse(), 'admin');
  for (const service of databaseServices) {
    try {
      return {
        api,
        service,
        letter: await api.get<DeadLetter>(`${doorOf(service)}/${encodeURIComponent(id)}${wish}`),
      };
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404) throw error;
    }
  }
  throw new LocalError(`No service has parked a message ${id}: see attune dead-letters list.`);
}

async function act(id: string, action: 'retry' | 'skip', body: object): Promise<void> {
  const { api, service } = await find(id);
  await api.post(`${doorOf(service)}/${encodeURIComponent(id)}/${action}`, body, {
    'idempotency-key': crypto.randomUUID(),
  });
  process.stdout.write(`${service}: ${action === 'retry' ? 'tries' : 'skips'} ${id}\n`);
}
