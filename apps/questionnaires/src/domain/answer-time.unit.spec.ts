import { expect, test } from '@jest/globals';
import { answerTimeFault } from './answer-time.ts';

const now = new Date('2026-11-23T10:00:00Z');

test.each([
  ['2026-11-23T10:00:00Z', undefined],
  ['2026-11-23T11:00:00+01:00', undefined],
  ['2026-11-23T10:00:01Z', 'before now'],
  ['1976-11-23T10:00:00Z', undefined],
  ['1976-11-23T09:59:59Z', 'look at the year'],
  ['0001-01-01T00:00:00Z', 'look at the year'],
])('what was answered at %s: %s', (answeredAt, fault) => {
  const found = answerTimeFault(answeredAt, now);
  if (fault === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(fault);
});
