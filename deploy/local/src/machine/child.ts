import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { endProcess, identify, type ProcessIdentity } from './process-identity.ts';

export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly logFile: string;
  readonly uid?: number;
  readonly gid?: number;
}

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Child {
  readonly identity: ProcessIdentity;
  readonly exited: Promise<Ending>;
  /** Undefined while it runs. */
  ending(): Ending | undefined;
  stop(signal?: NodeJS.Signals, graceMs?: number): Promise<void>;
}

/**
 * Starts a program that writes straight into its log file. It leads a process group of its own, so that the
 * terminal's Ctrl-C reaches only us and we stop the parts in their order.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(options.command, options.args, {
    env: options.env ?? process.env,
    cwd: options.cwd ?? process.cwd(),
    stdio: ['ignore', log, log],
    detached: true,
    ...(options.uid === undefined ? {} : { uid: options.uid }),
    ...(options.gid === undefined ? {} : { gid: options.gid }),
  });
  let ending: Ending | undefined;
  const exited = new Promise<Ending>((resolve) => {
    child.once('exit', (code, signal) => resolve((ending = { code, signal })));
  });
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
  } finally {
    closeSync(log);
  }
  const pid = child.pid as number;
  const identity = (await identify(pid)) ?? { pid, started: 'already ended' };
  return {
    identity,
    exited,
    ending: () => ending,
    stop: (signal, graceMs) =>
      endProcess(identity, { ...(signal && { signal }), ...(graceMs && { graceMs }) }),
  };
}
