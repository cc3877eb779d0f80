import { expect, it } from '@jest/globals';
import type { Alert } from '../api/alerts.ts';
import type { Series } from '../api/caseload.ts';
import { boundsOf, targetOf } from './alert-lines.ts';

const series = (higherIsBetter = true) =>
  ({
    ...{ instrumentUrl: 'alliance', scale: 'total', higherIsBetter },
    points: ['r1', 'r2', 'r3'].map((responseId, index) => ({
      ...{ responseId, value: 40, answeredAt: `2026-01-0${index + 1}T10:00:00Z` },
    })),
  }) as unknown as Series;
const signal = (responseId: string, detector: string, threshold: number, more: object = {}) => ({
  ...{ responseId, detector, threshold, withdrawn: false, instrument: { url: 'alliance' }, scale: 'total' },
  ...more,
});
const alert = (signals: object[], repair: object | null = null) => ({ signals, repair }) as unknown as Alert;

it('an answer was held against the bound that it meets first, and not against what is no score', () => {
  const behind = [
    signal('r1', 'expected-score', 38.7),
    signal('r1', 'own-baseline', 41),
    signal('r2', 'fall-since-last', 8),
    signal('r2', 'absolute-cut-off', 30),
    signal('r3', 'expected-score', 44, { withdrawn: true }),
    signal('r3', 'expected-score', 12, { scale: 'bond' }),
  ];
  expect([...boundsOf(series(), [alert(behind)])]).toEqual([['r1', 41]]);
  expect([...boundsOf(series(false), [alert(behind)])]).toEqual([['r1', 38.7]]);
});

it('what a rupture has to come back to is told from its last answer on, while it has not', () => {
  const two = [signal('r1', 'expected-score', 40), signal('r2', 'expected-score', 40)];
  const repair = (status: string, target: number) => ({ status, scores: 1, target });
  const from = Date.parse('2026-01-02T10:00:00Z');
  expect(targetOf(series(), [alert(two, repair('not-repaired', 54.2))])).toEqual({ from, value: 54.2 });
  const older = alert([signal('r1', 'expected-score', 40)], repair('watching', 50));
  expect(targetOf(series(), [alert(two, repair('watching', 54)), older])).toEqual({ from, value: 54 });
  expect(targetOf(series(), [alert(two, repair('repaired', 54)), alert(two)])).toBeNull();
});
