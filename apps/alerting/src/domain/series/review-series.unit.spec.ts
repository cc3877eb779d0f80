import { describe, expect, it } from '@jest/globals';
import type { Rule } from '@attune/clinical';
import fc from 'fast-check';
import type { Signal } from '../alert/signal.ts';
import { reviewNewest, reviewWhole, type SeriesReview } from './review-series.ts';
import type { RulesInForce } from './rules-in-force.ts';
import type { ScorePoint } from './score-series.ts';
import type { SeriesMemory } from './series-memory.ts';
import { plainRules } from '../../test-stack/plain-rules.ts';

const now = new Date('2026-11-23T10:00:00Z');
const instrument = { url: 'https://attune.example/instruments/attune-alliance-check-in', version: '1.0.0' };
const [low] = plainRules.rules as [Rule];
const baseline: Rule = { ...low, code: 'own', detector: { kind: 'own-baseline', minimum: 3 } };
const force: RulesInForce = {
  ruleSet: 'mine@1',
  rules: [...plainRules.rules, baseline],
  earlier: new Map(),
};

function point(value: number, days: number, scale = 'total'): ScorePoint {
  const at = new Date(now.getTime() - days * 86_400_000);
  return { responseId: `${value}@${days}`, instrument, scale, value, answeredAt: at, submittedAt: at };
}
const said = ({ found }: Pick<SeriesReview, 'found'>) =>
  found.map(({ signal: { rule, responseId } }) => `${rule} ${responseId}`);
const whole = (points: ScorePoint[], standing: Signal[] = [], rules = force) =>
  reviewWhole(rules, { points, standing }, now);

describe('a score that comes after all others', () => {
  it('is judged from memory as it would be from the whole series, and leaves the same memory', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 12, max: 60 }), { minLength: 2, maxLength: 25 }), (values) => {
        const points = values.map((value, index) => point(value, (values.length - index) / 2));
        let memories: readonly SeriesMemory[] = whole(points.slice(0, 1)).memories;
        points.slice(1).forEach((newest, index) => {
          const quick = reviewNewest(force, memories, [newest], now);
          const slow = whole(points.slice(0, index + 2));
          expect(quick && said(quick)).toEqual(said(slow));
          expect(quick?.memories).toEqual(slow.memories);
          memories = quick?.memories ?? [];
        });
      }),
    );
  });

  it('of a scale that no rule looks at is judged at once', () => {
    const empty = { found: [], refuted: [], memories: [] };
    expect(reviewNewest(force, [], [point(12, 0, 'bond')], now)).toEqual(empty);
  });
});

describe('memory is not enough', () => {
  const { memories } = whole([point(48, 7)]);

  it.each([
    ['before anything is remembered', [], force, point(30, 0)],
    ['for a score from before the newest', memories, force, point(30, 8)],
    ['for the same response again', memories, force, point(48, 7)],
    ['under other rules', memories, { ...force, ruleSet: 'mine@2' }, point(30, 0)],
  ])('%s', (_when, remembered, rules, arriving) => {
    expect(reviewNewest(rules, remembered, [arriving], now)).toBeNull();
  });

  it('for one scale of a response, and so for all of it', () => {
    const rules = [...force.rules, { ...low, code: 'bond', scale: 'bond' }];
    const arriving = [point(30, 0), point(12, 0, 'bond')];
    expect(reviewNewest({ ...force, rules }, memories, arriving, now)).toBeNull();
  });
});

describe('a signal that stands', () => {
  const signals = (points: ScorePoint[]) =>
    whole(points).found.map(({ signal }, index) => ({ ...signal, signalId: String(index) }));
  const fell = [point(50, 9), point(40, 0)];
  const filled = [point(50, 9), point(42, 5), point(40, 0)];

  it('carries the numbers, the detector and the rule set it came from', () => {
    expect(signals(fell)).toMatchObject([
      { rule: 'alliance-fall-since-last', detector: 'fall-since-last', ruleSet: 'mine@1', statistic: 10 },
    ]);
  });

  it('is refuted when its own rule would not give it any more', () => {
    expect(whole(filled, signals(fell)).refuted).toHaveLength(1);
    expect(whole(fell, signals(fell)).refuted).toEqual([]);
  });

  it('is judged by the set it came from, not by the one in force now', () => {
    const stricter = plainRules.rules.map((rule) =>
      rule.detector.kind === 'fall-since-last' ? { ...rule, detector: { ...rule.detector, by: 20 } } : rule,
    );
    const later = { ruleSet: 'mine@2', rules: stricter, earlier: new Map([['mine@1', force.rules]]) };
    expect(whole(fell, signals(fell), later).refuted).toEqual([]);
    expect(whole(filled, signals(fell), later).refuted).toHaveLength(1);
  });

  it('stays where its rule set or its score is not known any more', () => {
    const later = { ...force, ruleSet: 'mine@2' };
    expect(whole(filled, signals(fell), later).refuted).toEqual([]);
    expect(whole([point(50, 9)], signals(fell)).refuted).toEqual([]);
  });

  it('is refuted when its response was scored by another key and has no score on its scale any more', () => {
    const [signal] = signals([point(30, 0)]) as [Signal];
    const risk: Signal = {
      ...signal,
      signalId: 'risk',
      detector: 'risk-item',
      rule: 'risk-item',
      scale: 'risk',
    };
    const rescored = (points: ScorePoint[], responseId: string) =>
      reviewWhole(force, { points, standing: [signal, risk], rescored: responseId }, now).refuted;
    expect(rescored([], '30@0')).toEqual([signal]);
    expect(rescored([{ ...point(8, 0, 'bond'), responseId: '30@0' }], '30@0')).toEqual([signal]);
    expect(rescored([point(30, 0)], '30@0')).toEqual([]);
    expect(rescored([], '50@9')).toEqual([]);
  });
});
