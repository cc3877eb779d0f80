import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { LocalError } from '@attune/local';
import { apiAs, ApiError } from '../api/api-client.ts';
import { settingsInUse } from '../up/settings-in-use.ts';
import { declined, told, toldOfBundle, type Bundle, type Imported } from './told.ts';

interface Wishes {
  readonly total?: true;
  readonly direction?: string;
}

/** Instruments from files, through the same route that an integrator uses. */
export function addInstruments(program: Command): void {
  program
    .command('instruments')
    .description('questionnaires that clients can be asked')
    .command('import')
    .argument('<file>', 'a FHIR R4 Questionnaire, or a Bundle with several and their responses, as JSON')
    .option('--total', 'count all items with weights as one scale, where none is declared')
    .option('--direction <which>', 'higher-is-better or lower-is-better, where the file does not say it')
    .description('publish FHIR Questionnaires as instruments, or say why one cannot be')
    .action(importFile);
}

async function importFile(file: string, { total, direction }: Wishes): Promise<void> {
  const resource = await readJson(file);
  const api = await apiAs(await settingsInUse(), 'admin');
  const key = { 'idempotency-key': crypto.randomUUID() };
  if (isBundle(resource)) {
    if (total === true || direction !== undefined) {
      throw new LocalError('--total and --direction are for a Questionnaire that is sent by itself.');
    }
    const sent = await declinable(file, () => api.post<Bundle>('/api/questionnaires/fhir', resource, key));
    const { text, complete } = toldOfBundle(sent);
    process.stdout.write(text);
    if (!complete) throw new LocalError(`Not all of ${file} was taken in.`);
    return;
  }
  const query = new URLSearchParams({
    ...(total === true && { total: 'true' }),
    ...(direction !== undefined && { direction }),
  });
  const path = `/api/questionnaires/fhir/Questionnaire?${query}`;
  process.stdout.write(told(await declinable(file, () => api.post<Imported>(path, resource, key))));
}

const isBundle = (resource: unknown) =>
  typeof resource === 'object' &&
  resource !== null &&
  'resourceType' in resource &&
  resource.resourceType === 'Bundle';

async function declinable<Answer>(file: string, send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof ApiError && error.errors.length > 0) throw new LocalError(declined(file, error));
    throw error;
  }
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new LocalError(`There is no file ${file} that can be read.`);
  }
  try {
    // Some editors begin a file with a mark that is not part of it.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new LocalError(`${file} is not JSON: FHIR's XML and shorthand are not supported.`);
  }
}
