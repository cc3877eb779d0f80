import { describe, expect, it } from '@jest/globals';
import { ruptureAgain, startRepair, watchAgain, watchRepair } from './repair.ts';

const up = { direction: 'higher-is-better', cutoff: null } as const;
const down = { direction: 'lower-is-better', cutoff: null } as const;

describe('what a client has to come back to after a rupture', () => {
  it.each([
    ['one standard deviation below the own mean', [50, 52, 48], up, 48],
    ['above it where lower is better', [10, 12, 8], down, 12],
    ['the cut-off where it lies higher', [50, 52, 48], { ...up, cutoff: 49 }, 49],
    ['the baseline where the cut-off lies lower', [50, 52, 48], { ...up, cutoff: 36 }, 48],
    ['the cut-off alone where there is no baseline', [50, 52], { ...up, cutoff: 36 }, 36],
    ['no nearer than the measurement allows', [50, 50, 50], { ...up, floor: 3 }, 47],
  ] as const)('is %s', (_, before, options, target) => {
    expect(startRepair(before, options)?.target).toBe(target);
  });

  it('is nothing where there is neither', () => {
    expect(startRepair([50, 52], up)).toBeNull();
  });
});

describe('watching a repair', () => {
  const watch = startRepair([50, 52, 48], up)!;
  const along = (scores: number[], from = watch) =>
    scores.reduce((each, score) => watchRepair(each, score, 3), from);

  it.each([
    [[48], 'repaired', 1],
    [[47], 'watching', 1],
    [[40, 44, 48], 'repaired', 3],
    [[40, 44, 47], 'not-repaired', 3],
    [[48, 20], 'repaired', 1],
    [[40, 44, 47, 60], 'not-repaired', 3],
  ] as const)('of %j is %s after %s', (scores, status, count) => {
    expect(along([...scores])).toMatchObject({ status, scores: count });
  });

  it('looks for a fall where lower is better', () => {
    expect(watchRepair(startRepair([10, 12, 8], down)!, 12, 3).status).toBe('repaired');
    expect(watchRepair(startRepair([10, 12, 8], down)!, 13, 3).status).toBe('watching');
  });

  it('counts a score that a rule speaks about again as not back, until there were enough of them', () => {
    const again = (watched: typeof watch, times: number) =>
      Array.from({ length: times }).reduce<typeof watch>((each) => ruptureAgain(each, 3), watched);
    expect(again(watch, 2)).toMatchObject({ status: 'watching', scores: 2 });
    expect(again(along([40]), 2)).toMatchObject({ status: 'not-repaired', scores: 3 });
    expect(again(watch, 9)).toMatchObject({ status: 'not-repaired', scores: 3 });
    expect(again(along([48]), 1)).toMatchObject({ status: 'repaired', scores: 1 });
  });

  it('begins anew with a new rupture, and has to come back to the same', () => {
    expect(watchAgain(along([40, 48]))).toEqual(watch);
  });
});
