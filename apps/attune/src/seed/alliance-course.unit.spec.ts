import { describe, expect, test } from '@jest/globals';
import { allianceTotals, type CourseKind } from './alliance-course.ts';
import { chance } from './random.ts';

const course = (kind: CourseKind, sessions = 16) => allianceTotals(kind, sessions, chance(7));
const cutOff = 36;

describe('courses of the alliance', () => {
  test('stable high ends at the ceiling and never comes near the cut-off', () => {
    const totals = course('stable-high');
    expect(Math.min(...totals)).toBeGreaterThan(46);
    expect(totals.at(-1)).toBeGreaterThanOrEqual(54);
  });

  test('rising gains clearly', () => {
    const totals = course('rising');
    expect((totals.at(-1) as number) - (totals[0] as number)).toBeGreaterThanOrEqual(8);
  });

  test('rupture and repair falls by 8 or more in one session and comes back', () => {
    const totals = course('rupture-and-repair');
    const falls = totals.slice(1).map((total, index) => (totals[index] as number) - total);
    expect(Math.max(...falls)).toBeGreaterThanOrEqual(8);
    expect(totals.at(-1)).toBeGreaterThan(45);
  });

  test('slow decline comes down by small steps and stays above the cut-off until today', () => {
    const totals = course('slow-decline');
    const falls = totals.slice(1).map((total, index) => (totals[index] as number) - total);
    expect(Math.max(...falls)).toBeLessThan(8);
    expect(totals.at(-1)).toBeLessThan((totals[0] as number) - 6);
    expect(Math.min(...totals)).toBeGreaterThan(cutOff);
  });
});
