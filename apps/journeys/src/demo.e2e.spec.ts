import { expect, it } from '@jest/globals';
import { sharedPlatform } from './platform/shared-platform.ts';

it('the demo scores a PHQ-9 and an alliance check-in, and alerts the therapist', async () => {
  const platform = await sharedPlatform();
  const { responses } = JSON.parse(await platform.attune('demo', '--json')) as {
    responses: {
      instrument: string;
      scores: { scale: string; value: number }[];
      alert: { rule: string } | null;
    }[];
  };
  expect(responses.map(({ instrument }) => instrument)).toEqual(['phq-9', 'attune-alliance-check-in']);
  expect(responses[0]).toMatchObject({ scores: [{ scale: 'total', value: 12 }], alert: null });
  expect(responses[1]?.scores.map(({ scale }) => scale)).toEqual(['goals', 'tasks', 'bond', 'total']);
  expect(responses[1]?.alert).toMatchObject({ rule: 'alliance-below-cut-off' });
}, 360_000);
