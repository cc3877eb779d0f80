import type { ChildProcess } from 'node:child_process';

/** A command that goes on by itself. */
export interface Following {
  /** What it has printed so far. */
  text(): string;
  /** Presses Ctrl-C. @returns its exit code */
  stop(): Promise<number | null>;
}

export function follow(child: ChildProcess): Following {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    text: () => text,
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}
