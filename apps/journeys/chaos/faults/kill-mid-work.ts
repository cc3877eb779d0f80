import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import type { PartName } from '../platform/chaos-platform.ts';
import { holdTable, untilAwaited } from '../platform/hold-table.ts';
import { untilTrue } from '../until-true.ts';
import { whileBrokerIsFrozen } from './break-servers.ts';

/** How long events gather behind what was stopped. */
const gatherMs = 700;

type Place = readonly [service: PartName, table: 'outbox' | 'inbox'];

const places: readonly Place[] = [
  ['questionnaires', 'outbox'],
  ['scoring', 'inbox'],
  ['alerting', 'inbox'],
  ['caseload', 'inbox'],
];

/**
 * Kills a service in the middle of its transactions: while it wants to write its events (`outbox`), or to note how
 * far it has read (`inbox`). What it has acknowledged by then, to a client or to the broker, it must have kept.
 */
export const killMidTransaction = (at: readonly Place[] = places): Fault => ({
  name: 'kill-9-mid-transaction',
  async run({ platform, rounds, strike }) {
    for (let round = 0; round < rounds; round++) {
      for (const [service, table] of at) {
        await strike(async () => {
          const letGo = await holdTable(platform, `${service}.${table}`);
          try {
            await untilAwaited(platform, `${service}.${table}`);
            await sleep(gatherMs);
            await platform.signal(service, 'SIGKILL');
          } finally {
            await letGo();
          }
        });
      }
    }
  },
});

/**
 * Kills a relay whose batch is on its way: the broker stands still, gets the batch when it goes on, and its answer
 * reaches nobody. The next relay publishes the same again, with the same numbers.
 */
export const killMidPublish: Fault = {
  name: 'kill-9-relay-mid-publish',
  async run({ platform, rounds, strike }) {
    for (let round = 0; round < rounds; round++) {
      for (const service of ['questionnaires', 'scoring', 'alerting'] as const) {
        await strike(async () => {
          const outbox = `${service}.outbox`;
          const letGo = await holdTable(platform, outbox);
          await untilAwaited(platform, outbox)
            .then(() => sleep(gatherMs))
            .catch(async (error: unknown) => {
              await letGo();
              throw error;
            });
          await whileBrokerIsFrozen(platform, async () => {
            await letGo();
            // What the relay has taken is gone for itself alone until it commits.
            await untilTrue(`${outbox} has rows in flight`, 5_000, async () => {
              return (await platform.sql(`SELECT 1 FROM ${outbox} LIMIT 1`)).length > 0;
            });
            await sleep(200);
            await platform.signal(service, 'SIGKILL');
            await sleep(300);
          });
        });
      }
    }
  },
};
