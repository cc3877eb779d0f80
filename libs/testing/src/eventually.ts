import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until the answer satisfies, and gives it. @throws Error after `patienceMs` */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  satisfies: (answer: T) => boolean,
  patienceMs = 20_000,
): Promise<T> {
  for (const end = Date.now() + patienceMs; ; await sleep(25)) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > end) throw new Error(`It did not come to pass; at the end: ${JSON.stringify(answer)}`);
  }
}
