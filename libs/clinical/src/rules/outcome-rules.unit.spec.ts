import { expect, it } from '@jest/globals';
import { publishedFigures } from '../instrument/published-figures.ts';
import { outcomeRules } from './outcome-rules.ts';
import { raiseAlong } from './raise-along.ts';

// Reliable change by NHS Talking Therapies: 6 points on PHQ-9, 4 on GAD-7.
it.each([
  ['phq-9-reliably-worse', [10, 15], 0],
  ['phq-9-reliably-worse', [10, 16], 1],
  ['phq-9-reliably-worse', [16, 10], 0],
  ['gad-7-reliably-worse', [10, 13], 0],
  ['gad-7-reliably-worse', [10, 14], 1],
  // CORE-10 6, ORS 5, OQ-45 14, as published.
  ['core-10-reliably-worse', [10, 15], 0],
  ['core-10-reliably-worse', [10, 16], 1],
  ['ors-reliably-worse', [20, 15.1], 0],
  ['ors-reliably-worse', [20, 15], 1],
  ['ors-reliably-worse', [20, 25], 0],
  ['oq-45-reliably-worse', [70, 83], 0],
  ['oq-45-reliably-worse', [70, 84], 1],
])('%s on %j raises %s', (code, scores, count) => {
  const rule = outcomeRules.find((one) => one.code === code);
  const { signalling } = raiseAlong([rule!], scores);
  expect(signalling).toHaveLength(count);
});

it.each(['core-10', 'ors', 'oq-45'])(
  '%s is held against the standard deviation that was published',
  (name) => {
    const { detector } = outcomeRules.find(({ instrument }) => instrument.endsWith(`/${name}`))!;
    expect(publishedFigures[name]!['total']!.sd).toMatchObject({ value: 'sd' in detector && detector.sd });
  },
);

it('says what it saw in words', () => {
  const { signalling } = raiseAlong([outcomeRules[0]!], [10, 12, 17]);
  expect(signalling[0]?.reason).toBe(
    'The score is 7 points higher than at the start (10), more than measurement error explains (5.6).',
  );
});
