import { describe, expect, it } from '@jest/globals';
import type { Course, Point } from './course-model.ts';
import { signOf, signsOf } from './signs.ts';

const point = (more: Partial<Point> = {}): Point => ({
  ...{ at: 0, value: 40, responseId: 'r', usual: null, mark: null, bound: null, weak: false, change: null },
  ...more,
});
const course = (points: readonly Point[], more: Partial<Course> = {}): Course => ({
  ...{ points, unanswered: [], lines: [points], stops: [], cutOff: null, target: null },
  ...more,
});
const usual = { low: 38, high: 44 };

describe('the signs of a drawing', () => {
  it('are none where nothing but answers is drawn', () => {
    expect(signsOf(course([point(), point()]))).toEqual([]);
  });

  it('are those that occur, always in one order', () => {
    const all = [
      point({ weak: true }),
      point({ mark: 'repair', usual }),
      point({ mark: 'rupture', bound: 41, usual }),
    ];
    expect(signsOf(course(all, { unanswered: [1], cutOff: 36, target: { from: 0, value: 50 } }))).toEqual([
      ...['rupture', 'bound', 'repair', 'target', 'low', 'unanswered', 'usual', 'cut-off'],
    ]);
  });

  it('a weak answer with an alert is drawn as the alert alone', () => {
    const both = point({ weak: true, mark: 'rupture' });
    expect([signOf(both), signsOf(course([both]))]).toEqual(['rupture', ['rupture']]);
  });

  it('what is usual at one answer only is not drawn', () => {
    expect(signsOf(course([point(), point({ usual })]))).toEqual([]);
  });
});
