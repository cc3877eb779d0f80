import type { Series } from '../api/caseload.ts';

export const width = 720;
export const pad = { left: 36, right: 12, top: 14, bottom: 24 };

/** Where times and values stand in a drawing, in its own units. */
export interface Plane {
  readonly height: number;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

export function planeOf(
  { min, max }: Pick<Series, 'min' | 'max'>,
  [from, to]: readonly [from: number, to: number],
  height: number,
): Plane {
  return {
    height,
    x: between(from, Math.max(to, from + 1), pad.left, width - pad.right),
    y: between(min, max, height - pad.bottom, pad.top),
  };
}

const between = (from: number, to: number, start: number, end: number) => (value: number) =>
  start + ((value - from) / (to - from)) * (end - start);

/** Sessions that nobody answered about stand at the foot. */
export const footOf = ({ height }: Plane) => height - pad.bottom - 6;

/** A path through places, in their order. */
export const pathOf = (places: readonly (readonly [x: number, y: number])[]) =>
  `M${places.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
