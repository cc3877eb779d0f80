import { expect, it } from '@jest/globals';
import type { Period } from '../api/trends.ts';
import { groupsOf, recordedOf } from './trend-groups.ts';

const period = (start: string, counts: Partial<Period['counts']>) => ({ start, counts }) as Period;

it('a group has the periods in which anything of its kind was recorded yet, zeros included', () => {
  const periods = [
    period('2026-11-02', { completed: 3, sent: null, answered: null, unanswered: null }),
    period('2026-11-09', { completed: 0, sent: 0, answered: 0, unanswered: 0 }),
  ];
  const checkIns = groupsOf(null).find(({ key }) => key === 'check-ins')!;
  expect(recordedOf(checkIns, periods).map(({ start }) => start)).toEqual(['2026-11-09']);
  const sessions = { columns: groupsOf(null)[0]!.columns.filter(({ measure }) => measure === 'completed') };
  expect(recordedOf(sessions, periods)).toHaveLength(2);
});
