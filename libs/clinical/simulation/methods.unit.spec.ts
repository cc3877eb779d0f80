import { describe, expect, it } from '@jest/globals';
import { alertsOf } from './measure.ts';
import { families } from './methods.ts';

describe('a chart that sums up or averages starts again once it has signalled', () => {
  const charts = families.filter(({ name }) => /EWMA|CUSUM/.test(name));
  const calm = Array.from({ length: 8 }, () => 51);

  it.each(charts.map((family) => [family.name, family] as const))(
    '%s speaks once about one low session, and about the next one again',
    (_name, { at, published }) => {
      const [threshold] = published![0]!;
      const alerts = alertsOf(at(threshold), [50, 52, 51, 51, 12, ...calm, 12, ...calm]);
      expect(alerts.flatMap((alert, index) => (alert ? [index] : []))).toEqual([4, 13]);
    },
  );
});
