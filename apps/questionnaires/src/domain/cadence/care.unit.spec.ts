import { describe, expect, it, test } from '@jest/globals';
import { careAt, primaryAt, treatment, type Care } from './care.ts';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const care = (from: number, to: number | null, kind: Care['kind'] = 'primary', staffId = 'anna'): Care => ({
  ...{ staffId, kind, from: day(from) },
  to: to === null ? null : day(to),
});

describe('care', () => {
  it.each<[string, readonly Care[], ReturnType<typeof careAt>]>([
    ['is unknown where none has been heard of', [], 'unknown'],
    ['is unknown where somebody only supervises', [care(1, null, 'supervisor')], 'unknown'],
    ['is unknown where it was taken back before it began', [care(50, 50, 'cover')], 'unknown'],
    ['runs without an end', [care(1, null)], 'running'],
    ['runs up to its end, and lies ahead', [care(1, 21), care(40, null)], 'running'],
    ['runs with a cover alone', [care(1, 10), care(15, 25, 'cover')], 'running'],
    ['has ended at its end', [care(1, 20)], 'ended'],
  ])('%s', (_what, relationships, state) => {
    expect(careAt(relationships, day(20))).toBe(state);
  });
});

test('the primary therapist is the one of now, or the next, or the last', () => {
  const handover = [care(20, null, 'primary', 'ben'), care(1, 20)];
  expect(primaryAt(handover, day(19))).toBe('anna');
  expect(primaryAt(handover, day(20))).toBe('ben');
  expect(primaryAt([care(1, 5), care(5, 8, 'primary', 'ben'), care(9, 9)], day(9))).toBe('ben');
  expect(primaryAt([care(1, null, 'cover')], day(9))).toBeNull();
});

describe('a treatment', () => {
  it('goes through handovers, also with some days in between', () => {
    const relationships = [care(30, null, 'primary', 'ben'), care(1, 20)];
    expect(treatment(relationships)).toEqual({ from: day(1), to: null });
  });

  it('is a new one after a long pause', () => {
    expect(treatment([care(1, 20), care(60, 90)])).toEqual({ from: day(60), to: day(90) });
  });

  it('is none without a primary therapist', () => {
    expect(treatment([care(1, null, 'cover')])).toBeNull();
  });
});
