import '../language/in-english.ts';
import { describe, expect, it } from '@jest/globals';
import type { Point } from './course-model.ts';
import { daysOf, stopWords } from './stop-words.ts';

const at = Date.parse('2026-11-23T23:05:00Z');
const point: Point = {
  ...{ at, value: 33.333, responseId: 'r', usual: null, mark: null, bound: null, weak: false, change: null },
};
const told = (more: Partial<Point> = {}, scale = { max: 60, higherIsBetter: true }) => {
  const { head, rest } = stopWords({ at, point: { ...point, ...more } }, scale, 36, 'Europe/Berlin');
  return [head, ...rest];
};

describe('what is told of an answer', () => {
  it('is its score on the scale and when it was, in the zone that is asked for', () => {
    expect(told()).toEqual(['33.3 of 60', '24 Nov 2026, 00:05', 'first answer']);
  });

  it('is what a score beyond the cut-off means on this scale', () => {
    expect(told({ weak: true })[0]).toBe('33.3 of 60, weak below 36');
    expect(told({ weak: true }, { max: 27, higherIsBetter: false })[0]).toBe('33.3 of 27, high above 36');
  });

  it('is its change since the answer before, and the event at it', () => {
    expect(told({ change: -8, mark: 'rupture' }).slice(2)).toEqual([
      '8 lower than the answer before',
      'rupture alert',
    ]);
    const held = { mark: 'rupture', bound: 38.7 } as const;
    expect(told(held).at(-1)).toBe('rupture alert: below 38.7');
    expect(told(held, { max: 27, higherIsBetter: false }).at(-1)).toBe('rupture alert: above 38.7');
    expect(told({ change: 3, mark: 'repair' }).slice(2)).toEqual([
      '3 higher than the answer before',
      'repaired',
    ]);
    expect(told({ change: 0 })[2]).toBe('as the answer before');
  });

  it('of a session without one is only when that was', () => {
    expect(stopWords({ at, point: null }, { max: 60, higherIsBetter: true }, 36, 'UTC')).toEqual({
      head: 'session without an answer',
      rest: ['23 Nov 2026, 23:05'],
    });
  });
});

it('days are told with their times where several answers fall on one of them, in the zone', () => {
  const instants = ['2026-11-20T10:00Z', '2026-11-23T22:00Z', '2026-11-23T23:05Z', '2026-11-24T09:00Z'];
  expect(daysOf(instants.map(Date.parse), 'Europe/Berlin')).toEqual([
    ...['20 Nov 2026', '23 Nov 2026', '24 Nov 2026, 00:05', '24 Nov 2026, 10:00'],
  ]);
});
