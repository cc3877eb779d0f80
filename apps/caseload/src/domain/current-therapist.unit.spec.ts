import { expect, it } from '@jest/globals';
import { currentTherapist } from './current-therapist.ts';

const at = (day: number) => new Date(Date.UTC(2026, 0, day));
const handover = [
  { staffId: 'second', kind: 'primary', from: at(10), to: null },
  { staffId: 'cover', kind: 'cover', from: at(1), to: null },
  { staffId: 'first', kind: 'primary', from: at(1), to: at(10) },
] as const;

it('is the primary therapist of the moment, and knows when that changes', () => {
  expect(currentTherapist(handover, at(5))).toEqual({
    therapistId: 'first',
    since: at(1),
    changesAt: at(10),
  });
  expect(currentTherapist(handover, at(10))).toEqual({
    therapistId: 'second',
    since: at(1),
    changesAt: null,
  });
});

it('is nobody before the first relationship', () => {
  expect(currentTherapist(handover, new Date(0))).toEqual({
    therapistId: null,
    since: null,
    changesAt: at(1),
  });
});

it('counts the care from after a break', () => {
  const again = [
    { staffId: 'first', kind: 'primary', from: at(1), to: at(5) },
    { staffId: 'first', kind: 'primary', from: at(8), to: null },
  ] as const;
  expect(currentTherapist(again, at(20)).since).toEqual(at(8));
});
