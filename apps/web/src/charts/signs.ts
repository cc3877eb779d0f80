import type { Course, Point } from './course-model.ts';

/** What stands at an answer that is not like the others. */
export const signOf = ({ mark, weak }: Point) => mark ?? (weak ? 'low' : null);

export const signs = [
  'rupture',
  'bound',
  'repair',
  'target',
  'low',
  'unanswered',
  'usual',
  'cut-off',
] as const;
export type Sign = (typeof signs)[number];

/** What is usual is drawn between two answers at least. */
export const banded = ({ points }: Course) => points.filter(({ usual }) => usual !== null);

/** The signs that a drawing of the course has, and no other. */
export function signsOf(course: Course): readonly Sign[] {
  const { points, unanswered, cutOff, target } = course;
  const drawn = new Set<Sign | null>(points.map(signOf));
  if (points.some(({ bound }) => bound !== null)) drawn.add('bound');
  if (target) drawn.add('target');
  if (unanswered.length > 0) drawn.add('unanswered');
  if (banded(course).length > 1) drawn.add('usual');
  if (cutOff !== null && points.length > 0) drawn.add('cut-off');
  return signs.filter((sign) => drawn.has(sign));
}
