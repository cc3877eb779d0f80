import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { until } from './ports.ts';

/** A process number is given out again after a while; together with its start it means one process for ever. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

/** Undefined when no such process lives (a zombie, dead but not yet collected by its parent, counts as dead). */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  if (process.platform !== 'linux') return identifyByPs(pid);
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold blanks, so count from the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[19] === undefined ? undefined : { pid, started: fields[19] };
  } catch {
    return undefined;
  }
}

async function identifyByPs(pid: number): Promise<ProcessIdentity | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]);
    return stdout.trim() ? { pid, started: stdout.trim() } : undefined;
  } catch {
    return undefined;
  }
}

export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  return (await identify(identity.pid))?.started === identity.started;
}

/** Asks the process to end, waits, and ends it by force when it does not. Does nothing to a later namesake. */
export async function endProcess(
  identity: ProcessIdentity,
  { signal = 'SIGTERM', graceMs = 10_000 }: { signal?: NodeJS.Signals; graceMs?: number } = {},
): Promise<void> {
  if (!(await isAlive(identity))) return;
  send(identity.pid, signal);
  if (await until(async () => !(await isAlive(identity)), graceMs)) return;
  send(identity.pid, 'SIGKILL');
  await until(async () => !(await isAlive(identity)), 5_000);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the question and the signal.
  }
}
