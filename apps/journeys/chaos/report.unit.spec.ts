import { expect, test } from '@jest/globals';
import { faultHolds, holds, toReport } from './report.ts';
import type { Outcome } from './run-fault.ts';

const outcome: Outcome = {
  ...{ name: 'kill-9-services', repetitions: 2, submitted: 500, findings: [] },
  ...{ recoveries: [1.04, 3.16], repeats: 4, retries: 9 },
};

test('a fault that did no harm holds', () => {
  const report = toReport(outcome);
  expect(report).toEqual({
    ...{ name: 'kill-9-services', repetitions: 2, submitted: 500, lost: 0, doubled: 0, reordered: 0 },
    recoverySecondsMax: 3.2,
  });
  expect(faultHolds(report)).toBe(true);
});

test.each<[string, Partial<Outcome>]>([
  ['something was lost', { findings: [{ kind: 'lost', what: '' }] }],
  ['something was doubled', { findings: [{ kind: 'doubled', what: '' }] }],
  ['something was reordered', { findings: [{ kind: 'reordered', what: '' }] }],
  ['it took 20 s to recover', { recoveries: [1, 20] }],
  ['it never recovered', { recoveries: [Infinity] }],
  ['the harm was never done', { repetitions: 0, recoveries: [] }],
  ['what the platform owes besides did not come', { failure: 'not within 20 s' }],
])('it does not hold when %s', (_title, change) => {
  expect(faultHolds(toReport({ ...outcome, ...change }))).toBe(false);
});

test('a mutation that nobody notices is a failure of the whole run', () => {
  const faults = [toReport(outcome)];
  expect(holds({ faults, mutations: [{ name: 'dedup-off', caught: true }] })).toBe(true);
  expect(holds({ faults, mutations: [{ name: 'dedup-off', caught: false }] })).toBe(false);
});
