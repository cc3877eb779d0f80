import { expect, it } from '@jest/globals';
import { tryRules } from './dry-run.ts';
import { plainRules } from '../test-stack/plain-rules.ts';

const { rules } = plainRules;
const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const series = {
  clientId: 'client',
  instrument: rules[0]!.instrument,
  scale: 'total',
  values: [30, 50, 41, 50],
  answeredAt: [day(1), day(8), day(15), day(22)],
};

it('judges each score of the period by all that came before it, and none from before the period', () => {
  expect(tryRules(rules, series, day(10))).toMatchObject({
    scores: 2,
    alerts: [{ clientId: 'client', answeredAt: day(15), rules: ['alliance-fall-since-last'] }],
  });
  expect(tryRules(rules, series, day(1)).alerts).toHaveLength(2);
});

it('does not count scores that no rule looks at', () => {
  expect(tryRules(rules, { ...series, scale: 'bond' }, day(1))).toEqual({ scores: 0, alerts: [] });
});
