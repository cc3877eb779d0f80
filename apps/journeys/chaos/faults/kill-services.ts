import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import type { PartName } from '../platform/chaos-platform.ts';

export const onTheWay: readonly PartName[] = [
  'questionnaires',
  'scoring',
  'alerting',
  'caseload',
  'gateway',
  'scheduling',
];

/** In turn, so that each has run for a while before it is struck again. */
const inTurn = (name: string, signal: NodeJS.Signals, parts: readonly PartName[] = onTheWay): Fault => ({
  name,
  async run({ platform, rounds, strike }) {
    for (let round = 0; round < rounds; round++) {
      for (const part of parts) {
        await strike(() => platform.signal(part, signal));
        await sleep(300 + Math.random() * 700);
      }
    }
  },
});

export const killServices = (parts?: readonly PartName[]) => inTurn('kill-9-services', 'SIGKILL', parts);
export const endServices = (parts?: readonly PartName[]) => inTurn('sigterm-services', 'SIGTERM', parts);
