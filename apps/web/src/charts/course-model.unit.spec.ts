import { describe, expect, it } from '@jest/globals';
import type { Alert } from '../api/alerts.ts';
import type { Series, Session } from '../api/caseload.ts';
import { courseOf, usualOf } from './course-model.ts';

const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();
const series = (...values: (number | null)[]): Series => ({
  ...{ instrumentUrl: 'alliance', scale: 'total', instrumentTitle: 'A', title: 'T' },
  ...{ min: 12, max: 60, higherIsBetter: true },
  points: values.map((value, index) => ({
    ...{ value, answeredAt: at(index * 7 + 1), responseId: `r${index}`, sessionId: `s${index}` },
  })),
});
const session = (sessionId: string, day: number): Session => ({
  ...{ sessionId, startsAt: at(day), status: 'completed' },
});
const alert = (responseId: string, more: object = {}) =>
  ({
    signals: [{ withdrawn: false, responseId, instrument: { url: 'alliance' }, scale: 'total' }],
    repair: null,
    ...more,
  }) as unknown as Alert;

describe('what is usual for a client', () => {
  it('is the mean ± one standard deviation of at least three earlier scores', () => {
    expect(usualOf([40, 44])).toBeNull();
    expect(usualOf([40, 44, 48])).toEqual({ low: 40, high: 48 });
  });

  it('never knows the score that it is held against, nor a later one', () => {
    const { points } = courseOf(series(40, 44, 48, 12, 60));
    expect(points.map(({ usual }) => usual?.high ?? null)).toEqual([
      null,
      null,
      null,
      48,
      36 + 16.32993161855452,
    ]);
  });
});

describe('marks', () => {
  it('are a rupture where an alert rests on the score, and a repair where it is back at the target', () => {
    const repaired = alert('r1', { repair: { status: 'repaired', scores: 2, target: 44 } });
    const { points } = courseOf(series(50, 30, 40, 45, 50), [], [repaired]);
    expect(points.map(({ mark }) => mark)).toEqual([null, 'rupture', null, 'repair', null]);
  });

  it('are none for a withdrawn signal, another scale, or a rupture that is only watched', () => {
    const withdrawn = alert('r1', { signals: [{ ...alert('r1').signals[0], withdrawn: true }] });
    const other = alert('r1', { signals: [{ ...alert('r1').signals[0], scale: 'bond' }] });
    const watched = alert('r2', { repair: { status: 'watching', scores: 1, target: 10 } });
    const { points } = courseOf(series(50, 30, 30, 45), [], [withdrawn, other, watched]);
    expect(points.map(({ mark }) => mark)).toEqual([null, null, 'rupture', null]);
  });
});

describe('sessions without an answer', () => {
  const held = [session('s0', 1), session('gap', 4), session('s1', 8), session('s2', 15)];

  it('part the line', () => {
    const { unanswered, lines } = courseOf(series(50, 48, 46), held);
    expect(unanswered).toEqual([Date.parse(at(4))]);
    expect(lines.map((line) => line.map(({ value }) => value))).toEqual([[50], [48, 46]]);
  });

  it('are those after the first answer, and no gaps of a scale that is asked now and then', () => {
    expect(courseOf(series(50), [session('before', 0)]).unanswered).toEqual([]);
    const seldom = [2, 3, 4, 5].map((day) => session(`x${day}`, day));
    expect(courseOf(series(50, 40), [...seldom, session('s1', 8)]).unanswered).toEqual([]);
  });

  it('a score that could not be formed is no point, and no gap either', () => {
    const { points, unanswered } = courseOf(
      series(50, null, 46),
      held.filter(({ sessionId }) => sessionId !== 'gap'),
    );
    expect([points.length, unanswered]).toEqual([2, []]);
  });
});

describe('along a course', () => {
  it('answers and unanswered sessions come in their order, each answer with its change', () => {
    const { stops } = courseOf(series(50, 48, 48), [session('s0', 1), session('gap', 4), session('s1', 8)]);
    expect(stops.map(({ at, point }) => [new Date(at).getUTCDate(), point?.change])).toEqual([
      [1, null],
      [4, undefined],
      [8, -2],
      [15, 0],
    ]);
  });

  it('weak is what lies beyond the cut-off, on the side that is worse', () => {
    const weak = (scale: Series, cutOff: number | null) =>
      courseOf(scale, [], [], cutOff).points.map((point) => point.weak);
    expect(weak(series(35, 36), 36)).toEqual([true, false]);
    expect(weak({ ...series(36, 37), higherIsBetter: false }, 36)).toEqual([false, true]);
    expect(weak(series(12), null)).toEqual([false]);
  });
});
