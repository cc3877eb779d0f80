import type { Api } from '../api/api-client.ts';
import { inParallel } from './in-parallel.ts';

const chunkSize = 500;

/** Sends rows to a bulk import door in chunks, so many at a time, and reports how many are through. */
export async function importRows(
  api: Api,
  path: string,
  field: string,
  rows: readonly unknown[],
  onImported: (count: number) => void,
  signal: AbortSignal,
  sideBySide = 2,
): Promise<void> {
  const chunks: (readonly unknown[])[] = [];
  for (let from = 0; from < rows.length; from += chunkSize) chunks.push(rows.slice(from, from + chunkSize));
  await inParallel(chunks, sideBySide, signal, async (chunk) => {
    await api.post(path, { [field]: chunk }, { 'idempotency-key': crypto.randomUUID() });
    onImported(chunk.length);
  });
}
