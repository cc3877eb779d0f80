import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** The process ids of a service of the platform that lives in `home`: others may run one of their own beside it. */
export async function pidsOf(home: string, service: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)('pgrep', ['-f', `apps/${service}/dist/main.js`]);
  return stdout
    .trim()
    .split('\n')
    .map(Number)
    .filter((pid) => belongsTo(pid, home));
}

function belongsTo(pid: number, home: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(home);
  } catch {
    // It has ended since it was listed.
    return false;
  }
}
