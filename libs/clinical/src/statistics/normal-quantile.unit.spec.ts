import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalQuantile } from './normal-quantile.ts';

/** The check values of Wichura (1988), AS 241, and the ones that tables print. */
it.each([
  [0.25, -0.674489750196082],
  [0.001, -3.090232306167813],
  [1e-20, -9.262340089798408],
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.95, 1.644853626951473],
  [1e-6, -4.753424308822899],
])('finds the quantile of %d', (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 12);
});

it('is symmetric and rises', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (p) => {
      expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 6);
      expect(normalQuantile(p * 0.9)).toBeLessThan(normalQuantile(p));
    }),
  );
});
