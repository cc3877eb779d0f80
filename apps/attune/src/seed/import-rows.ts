import type { Api } from '../api/api-client.ts';

const chunkSize = 500;
const sideBySide = 2;

/** Sends rows to a bulk import door in chunks, a few at a time, and reports how many are through. */
export async function importRows(
  api: Api,
  path: string,
  field: string,
  rows: readonly unknown[],
  onImported: (count: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const chunks: (readonly unknown[])[] = [];
  for (let from = 0; from < rows.length; from += chunkSize) chunks.push(rows.slice(from, from + chunkSize));
  const worker = async () => {
    for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
      signal.throwIfAborted();
      await api.post(path, { [field]: chunk }, { 'idempotency-key': crypto.randomUUID() });
      onImported(chunk.length);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
}
