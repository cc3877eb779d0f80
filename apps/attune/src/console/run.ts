import { spawn } from 'node:child_process';

interface How {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** It did not end by itself. */
  readonly onKilled?: (signal: NodeJS.Signals) => void;
}

/** Runs a program in the foreground and gives its exit code; signals reach it through the terminal or from us. */
export function run(
  command: string,
  args: readonly string[],
  { cwd = process.cwd(), env = process.env, onKilled }: How = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM'] as const;
    for (const signal of signals) process.on(signal, pass);
    const end = (code: number) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code);
    };
    child.once('error', () => end(127));
    child.once('exit', (code, signal) => {
      if (signal) onKilled?.(signal);
      end(code ?? 1);
    });
  });
}
