import { describe, expect, it } from '@jest/globals';
import { endAbsence, standInFor, type Absence } from './absence.ts';
import type { CareRelationship } from './care-relationship.ts';

const day = (number: number) => new Date(Date.UTC(2026, 6, number));
const absence: Absence = { absenceId: 'a', staffId: 't', coverId: 'c', from: day(10), to: day(20) };
const primary = (
  from: number,
  to: number | null,
  more: Partial<CareRelationship> = {},
): CareRelationship => ({
  ...{ careRelationshipId: 'p', clientId: 'client', staffId: 't', kind: 'primary' },
  ...{ from: day(from), to: to === null ? null : day(to), ...more },
});

describe('a colleague stands in', () => {
  it.each<[string, CareRelationship, [number, number]]>([
    ['for the whole absence where the care lasts on', primary(1, null), [10, 20]],
    ['from when the care begins', primary(15, null), [15, 20]],
    ['until the care ends', primary(1, 12), [10, 12]],
  ])('%s', (_what, care, [from, to]) => {
    expect(standInFor(care, absence, 'new')).toEqual({
      ...{ careRelationshipId: 'new', clientId: 'client', staffId: 'c', kind: 'cover' },
      ...{ from: day(from), to: day(to), absenceId: 'a', standsInFor: 'p' },
    });
  });

  it.each<[string, CareRelationship]>([
    ['where the care ends as the absence begins', primary(1, 10)],
    ['where it begins as the absence ends', primary(20, null)],
    ['for another therapist', primary(1, null, { staffId: 'other' })],
    ['for somebody who stands in or supervises', primary(1, null, { kind: 'cover' })],
  ])('not %s', (_what, care) => {
    expect(standInFor(care, absence, 'new')).toBeNull();
  });
});

describe('an absence that ends earlier', () => {
  it('is shortened while it runs, and empty when it has not begun', () => {
    expect(endAbsence(absence, day(15))).toEqual({ ...absence, to: day(15) });
    expect(endAbsence(absence, day(9))).toEqual({ ...absence, to: day(10) });
  });

  it('cannot end once it is over or was taken back', () => {
    expect(endAbsence(absence, day(20))).toBe('over-before');
    expect(endAbsence({ ...absence, to: absence.from }, day(9))).toBe('over-before');
  });
});
