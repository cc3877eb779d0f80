import { expect, it } from '@jest/globals';
import { outcomeRules } from './outcome-rules.ts';
import { raiseAlong } from './raise-along.ts';

// Reliable change by NHS Talking Therapies: 6 points on PHQ-9, 4 on GAD-7.
it.each([
  ['phq-9-reliably-worse', [10, 15], 0],
  ['phq-9-reliably-worse', [10, 16], 1],
  ['phq-9-reliably-worse', [16, 10], 0],
  ['gad-7-reliably-worse', [10, 13], 0],
  ['gad-7-reliably-worse', [10, 14], 1],
])('%s on %j raises %s', (code, scores, count) => {
  const rule = outcomeRules.find((one) => one.code === code);
  const { alerts } = raiseAlong([rule!], scores);
  expect(alerts).toHaveLength(count);
});

it('says what it saw in words', () => {
  const { alerts } = raiseAlong([outcomeRules[0]!], [10, 12, 17]);
  expect(alerts[0]?.reason).toBe(
    'The score is 7 points higher than at the start (10), more than measurement error explains (5.6).',
  );
});
