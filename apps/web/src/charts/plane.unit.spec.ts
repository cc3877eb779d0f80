import { expect, it } from '@jest/globals';
import { pathOf, planeOf } from './plane.ts';

const plane = planeOf({ min: 12, max: 60 }, [1_000, 2_000], 140);

it('the span goes from side to side and the scale from foot to top, within the room for their words', () => {
  expect([plane.x(1_000), plane.x(1_500), plane.x(2_000)]).toEqual([36, 372, 708]);
  expect([plane.y(12), plane.y(36), plane.y(60)]).toEqual([116, 65, 14]);
});

it('a single answer has a place too', () => {
  expect(planeOf({ min: 0, max: 10 }, [5, 5], 140).x(5)).toBe(36);
});

it('a path goes from place to place', () => {
  const places = [
    [36, 14],
    [40.25, 20],
  ] as const;
  expect(pathOf(places)).toBe('M36.0 14.0L40.3 20.0');
});
