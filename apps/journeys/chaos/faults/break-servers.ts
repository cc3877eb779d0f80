import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import type { ChaosPlatform } from '../platform/chaos-platform.ts';

const betweenMs = 3_000;
const frozenMs = 5_000;

export const killBroker: Fault = {
  name: 'kill-9-broker',
  async run({ platform, rounds, strike }) {
    for (let round = 0; round < rounds; round++) {
      await strike(() => platform.signal('kafka', 'SIGKILL'));
      await sleep(betweenMs);
    }
  },
};

/** An orderly end that cuts all connections, and one without any order. */
export const restartPostgres: Fault = {
  name: 'postgres-restart',
  async run({ platform, rounds, strike }) {
    for (let round = 0; round < rounds; round++) {
      for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
        await strike(() => platform.signal('postgres', signal));
        await sleep(betweenMs);
      }
    }
  },
};

export async function whileBrokerIsFrozen<T>(platform: ChaosPlatform, work: () => Promise<T>): Promise<T> {
  await platform.signal('kafka', 'SIGSTOP');
  try {
    return await work();
  } finally {
    await platform.signal('kafka', 'SIGCONT');
  }
}

export const freezeBroker: Fault = {
  name: 'broker-frozen-5s',
  async run({ platform, rounds, strike }) {
    for (let round = 0; round < rounds; round++) {
      await strike(() => whileBrokerIsFrozen(platform, () => sleep(frozenMs)));
      await sleep(betweenMs);
    }
  },
};
