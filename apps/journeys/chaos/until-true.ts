import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is true. @throws Error, naming what was waited for, when it does not become so in time */
export async function untilTrue(
  what: string,
  withinMs: number,
  ask: () => Promise<boolean> | boolean,
): Promise<void> {
  for (const end = Date.now() + withinMs; ; await sleep(100)) {
    if (await ask()) return;
    if (Date.now() > end) throw new Error(`not within ${withinMs / 1000} s: ${what}`);
  }
}
