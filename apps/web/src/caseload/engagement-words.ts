import type { Client } from '../api/caseload.ts';

const sessions = (count: number) => (count === 1 ? 'the last session' : `the last ${count} sessions`);

/** "the last 2 sessions; 3 in 90 days". */
export function missedWords({ inARow, last90Days }: Client['missed']): string {
  const parts = [
    inARow > 0 ? sessions(inARow) : '',
    last90Days > 0 && last90Days !== inARow ? `${last90Days} in 90 days` : '',
  ];
  return parts.filter(Boolean).join('; ');
}

/** "75 % of 8"; a share of few says little, so the number stands beside it. */
export const rateWords = ({ answered, due }: Pick<Client['requests'], 'answered' | 'due'>): string =>
  `${Math.round((answered / due) * 100)} % of ${due}`;

export const careWords = (weeks: number): string => `${weeks} ${weeks === 1 ? 'week' : 'weeks'}`;
