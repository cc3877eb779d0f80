import { plural, t } from '@lingui/core/macro';
import type { Client } from '../api/caseload.ts';
import { shareOf, whole } from '../shell/formats.ts';

const sessions = (count: number) => plural(count, { one: 'the last session', other: 'the last # sessions' });

/** "the last 2 sessions; 3 in 90 days". */
export function missedWords({ inARow, last90Days }: Client['missed']): string {
  const parts = [
    inARow > 0 ? sessions(inARow) : '',
    last90Days > 0 && last90Days !== inARow ? t`${whole(last90Days)} in 90 days` : '',
  ];
  return parts.filter(Boolean).join('; ');
}

/** "75 % of 8", "1 of 1". */
export const rateWords = ({ answered, due }: Pick<Client['requests'], 'answered' | 'due'>): string =>
  shareOf(answered, due);

export const careWords = (weeks: number): string => plural(weeks, { one: '# week', other: '# weeks' });
