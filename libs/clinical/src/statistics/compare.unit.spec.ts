import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cusum } from './cusum.ts';
import { ewma } from './ewma.ts';
import { fallSinceLast } from './fall-since-last.ts';
import { individualsChart } from './individuals-chart.ts';
import { ownBaseline } from './own-baseline.ts';

const tenth = fc.integer({ min: 0, max: 600 }).map((tenths) => tenths / 10);

describe('a client who always answers the same', () => {
  it('is found fault with by no chart, whatever tenths of a point come to in binary', () => {
    fc.assert(
      fc.property(tenth, fc.integer({ min: 8, max: 40 }), (score, length) => {
        const scores = Array.from({ length }, () => score);
        for (const judged of [
          individualsChart(scores),
          ownBaseline(scores),
          ewma(scores, { target: score, sd: 1, sigmas: 1e-12 }),
          cusum(scores, { target: score, sd: 1, k: 0, h: 1e-12 }),
        ])
          expect(judged).toMatchObject({ outcome: 'computed', signals: [] });
      }),
    );
  });
});

describe('a fall of exactly as much as counts', () => {
  it('counts, in tenths of a point too', () => {
    fc.assert(
      fc.property(tenth, fc.integer({ min: 1, max: 100 }), (score, tenths) => {
        const by = tenths / 10;
        const higher = Math.round(score * 10 + tenths) / 10;
        expect(fallSinceLast([higher, score], { by })).toMatchObject({ signals: [{ index: 1 }] });
      }),
    );
  });

  it('and one of a tenth less does not', () => {
    expect(fallSinceLast([4.1, 3.2], { by: 1 })).toMatchObject({ signals: [] });
  });
});
