import { describe, expect, it } from '@jest/globals';
import { tryRules } from './dry-run.ts';
import { plainRules } from '../../test-stack/plain-rules.ts';

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
  expect(tryRules(rules, [series], day(10))).toMatchObject({
    scores: 2,
    signalling: 1,
    alerts: [{ clientId: 'client', answeredAt: day(15), rules: ['alliance-fall-since-last'] }],
  });
  expect(tryRules(rules, [series], day(1)).alerts).toHaveLength(2);
});

it('does not count scores that no rule looks at', () => {
  expect(tryRules(rules, [{ ...series, scale: 'bond' }], day(1))).toEqual({
    ...{ scores: 0, signalling: 0 },
    alerts: [],
  });
});

describe('one alert is open for each concern', () => {
  const values = [30, 31, 50, 41, 32, 31];
  const answeredAt = [1, 8, 15, 22, 29, 36].map(day);
  const long = { ...series, values, answeredAt };

  it('and what signals meanwhile joins it, until a score that no rule speaks about', () => {
    const { alerts, signalling } = tryRules(rules, [long], day(1));
    expect(signalling).toBe(5);
    expect(alerts).toMatchObject([
      { answeredAt: day(1), scores: 2, severity: 'high' },
      { answeredAt: day(22), scores: 3, severity: 'high' },
    ]);
    expect(new Set(alerts[1]?.rules)).toEqual(new Set(rules.map(({ code }) => code)));
  });

  it('whichever scale it is about', () => {
    const both = [...rules, ...rules.map((rule) => ({ ...rule, code: `${rule.code}-bond`, scale: 'bond' }))];
    const calm = { ...long, scale: 'bond', values: values.map(() => 50) };
    const trial = tryRules(both, [long, calm], day(1));
    expect([trial.scores, trial.alerts.length]).toEqual([12, 2]);
    expect(tryRules(both, [long, { ...long, scale: 'bond' }], day(1)).alerts).toMatchObject([
      { scores: 4 },
      { scores: 6 },
    ]);
  });

  it('and another concern has one of its own', () => {
    const outcome = rules.map((rule) => ({ ...rule, code: `${rule.code}-2`, concern: 'outcome' as const }));
    const trial = tryRules([...rules, ...outcome], [long], day(1));
    expect([trial.scores, trial.signalling]).toEqual([6, 5]);
    expect(trial.alerts.map(({ concern }) => concern)).toEqual([
      'alliance',
      'alliance',
      'outcome',
      'outcome',
    ]);
  });
});
