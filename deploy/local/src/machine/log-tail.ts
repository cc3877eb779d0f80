import { readFile } from 'node:fs/promises';

/** The last lines of a log file, for a message about a part that would not start. */
export async function lastLines(file: string, count = 3): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-count).join(' | ').slice(-600);
}
