import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { duplicateDeliveries } from './faults/duplicate-deliveries.ts';
import { killMidTransaction } from './faults/kill-mid-work.ts';
import { killServices } from './faults/kill-services.ts';
import { poison } from './faults/poison.ts';
import type { ChaosPlatform } from './platform/chaos-platform.ts';
import { mutationPlan, shortPlan } from './plans.ts';
import { type ChaosReport, slowestRecoverySeconds } from './report.ts';
import { runChaos } from './run-chaos.ts';

let report: ChaosReport;
let running: ChaosPlatform | undefined;

/** The full run is `npm run chaos`; these are the faults that show most in a short time. */
beforeAll(async () => {
  report = await runChaos({
    ...{ port: 28_180, plan: shortPlan, mutationPlan },
    faults: [killServices(['questionnaires', 'scoring']), duplicateDeliveries(0.1), poison],
    mutations: [
      {
        name: 'outbox-outside-transaction',
        fault: killMidTransaction([['questionnaires', 'outbox']]),
        as: 'lost',
      },
    ],
    say: (line) => process.stdout.write(`${line}\n`),
    onPlatform: (platform) => (running = platform),
  });
}, 300_000);
afterAll(() => running?.stop(), 60_000);

describe('chaos', () => {
  it.each(['kill-9-services', 'duplicates-10-percent', 'poison-messages'])(
    '%s: nothing is lost, doubled or reordered, and the platform recovers',
    (name) => {
      const fault = report.faults.find((each) => each.name === name);
      expect(fault).toEqual({
        ...{ name, repetitions: expect.any(Number), submitted: expect.any(Number) },
        ...{ lost: 0, doubled: 0, reordered: 0, recoverySecondsMax: expect.any(Number) },
      });
      expect(fault?.repetitions).toBeGreaterThan(0);
      expect(fault?.submitted).toBeGreaterThanOrEqual(shortPlan.leastResponses);
      expect(fault?.recoverySecondsMax).toBeLessThan(slowestRecoverySeconds);
    },
  );

  it('is noticed when an outbox beside the transaction loses what a kill leaves behind', () => {
    expect(report.mutations).toEqual([{ name: 'outbox-outside-transaction', caught: true }]);
  });
});
