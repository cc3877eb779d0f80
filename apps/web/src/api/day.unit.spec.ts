import { expect, it } from '@jest/globals';
import { dayOf } from './day.ts';

const person = (...roles: string[]) => ({ id: 'me', name: 'M', roles });

it('whoever treats clients is shown their own day, everybody else the one they chose', () => {
  const chosen = { date: '2026-11-30', therapistId: 'other' };
  expect(dayOf(chosen, person('therapist'))).toEqual({ date: '2026-11-30', therapistId: 'me' });
  expect(dayOf(chosen, person('operations'))).toEqual(chosen);
  expect(dayOf(chosen, person('supervisor'))).toEqual(chosen);
  expect(dayOf({}, person('therapist', 'clinic-lead'))).toEqual({});
});
