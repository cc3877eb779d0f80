import { expect, test } from '@jest/globals';
import { add, tallyOf } from './tally.ts';

const report = (numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number) =>
  JSON.stringify({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites });

test.each([
  ['tests count one by one', report(5, 2, 0), 1, { passed: 5, failed: 2 }],
  ['a suite that cannot be loaded counts as a failure', report(5, 0, 1), 1, { passed: 5, failed: 1 }],
  ['so does a run that fails after its tests', report(5, 0, 0), 1, { passed: 5, failed: 1 }],
  ['and a run that leaves no report', undefined, 1, { passed: 0, failed: 1 }],
  ['nothing fails when all is well', report(5, 0, 0), 0, { passed: 5, failed: 0 }],
])('%s', (_title, text, exitCode, tally) => {
  expect(tallyOf(text, exitCode)).toEqual(tally);
});

test('tallies add up', () => {
  expect(add({ passed: 1, failed: 2 }, { passed: 3, failed: 4 })).toEqual({ passed: 4, failed: 6 });
});
