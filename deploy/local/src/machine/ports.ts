import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { LocalError } from './local-error.ts';

const host = '127.0.0.1';

/** A port that nothing listened on a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** True when a server could be started on the port of the loopback address. */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** True when something accepts connections there. */
export function portAnswers(port: number, address = host): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: address });
    const end = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.setTimeout(1_000, () => end(false));
  });
}

/** Refuses to start where another program already listens. */
export async function requirePort(port: number, what: string): Promise<void> {
  if (await portIsFree(port)) return;
  throw new LocalError(
    `Port ${port} (${what}) is in use by another program. Stop that program, or choose other ports: PORT=18080 npm start (which takes 18080 to 18094)`,
  );
}

/** Asks again and again until the answer is true; false when the time is up. */
export async function until(
  question: () => Promise<boolean> | boolean,
  timeoutMs: number,
  pauseMs = 50,
): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    if (await question()) return true;
    if (Date.now() > end) return false;
    await sleep(pauseMs);
  }
}
