import { expect, test } from '@jest/globals';
import { isTakenInHand } from './taken-in-hand.ts';

const somebody = '0b0e7a6c-6f3a-4c36-9a2b-0d5f5d1c9a11';

test.each([
  ['that is open', { status: 'open', by: null }, false],
  ['that was opened again', { status: 'open', by: somebody }, false],
  ['that was acknowledged', { status: 'acknowledged', by: somebody }, true],
  ['that somebody closed', { status: 'resolved', by: somebody }, true],
  ['that closed by itself, its signals taken back', { status: 'resolved', by: null }, false],
] as const)('an alert %s', (_which, alert, taken) => {
  expect(isTakenInHand(alert)).toBe(taken);
});
