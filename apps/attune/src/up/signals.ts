import { say } from '../console/say.ts';

// Ctrl-C in a terminal may arrive twice at once: from the terminal and passed on by npm.
const sameKeypressMs = 1_000;

/** Calls `stop` at the first Ctrl-C or SIGTERM and `force` at a second one. */
export function onStopSignal(stop: () => void, force: () => void): void {
  let first: number | undefined;
  const handle = () => {
    if (first === undefined) {
      first = Date.now();
      stop();
      say('\nStopping … (Ctrl-C again ends everything at once)');
    } else if (Date.now() - first > sameKeypressMs) {
      force();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handle);
  watchParent(handle);
}

/** The bootstrap that started us is our link to the terminal: when it was killed, nobody could stop us any more. */
function watchParent(handle: () => void): void {
  const parent = Number(process.env['ATTUNE_PARENT']);
  if (!parent) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    handle();
  }, 500);
  watch.unref();
}
