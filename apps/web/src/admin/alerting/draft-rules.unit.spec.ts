import { expect, it } from '@jest/globals';
import type { Rule } from '@attune/clinical';
import { parameterOf, withParameter } from './detector-parameters.ts';
import { atPoint, draftFrom, freshCode } from './draft-rules.ts';

const rule = (code: string, cutoff: number): Rule => ({
  ...{ code, title: code, concern: 'alliance', severity: 'high', instrument: 'https://x.example/a' },
  ...{ scale: 'total', direction: 'higher-is-better', detector: { kind: 'absolute-cut-off', cutoff } },
});
const ruleSet = (name: string) => ({
  ...{ name, version: 3, title: 'T', active: true, publishedAt: '', activatedAt: null },
  rules: [rule('low', 30), rule('worse', 10)],
});

it('what ships is gone on with under another name, so that its next version has room', () => {
  expect([draftFrom(ruleSet('attune-default')).name, draftFrom(ruleSet('ours')).name]).toEqual([
    ...['our-rules', 'ours'],
  ]);
});

it('an operating point takes the place of the rules it is about, and leaves the others', () => {
  const taken = atPoint(ruleSet('ours').rules, [rule('low', 36), rule('new', 1)]);
  expect(taken.map(({ code, detector }) => [code, parameterOf(detector, 'cutoff')])).toEqual([
    ...[
      ['low', 36],
      ['worse', 10],
      ['new', 1],
    ],
  ]);
});

it('a parameter is set, or left to the detector', () => {
  const baseline = withParameter({ kind: 'own-baseline', sds: 1.5 }, 'minimum', 6);
  expect(baseline).toEqual({ kind: 'own-baseline', sds: 1.5, minimum: 6 });
  expect(withParameter(baseline, 'sds', null)).toEqual({ kind: 'own-baseline', minimum: 6 });
});

it('codes are given once', () => {
  expect([freshCode([], 'low'), freshCode([rule('low', 1), rule('low-2', 1)], 'low')]).toEqual([
    ...['low', 'low-3'],
  ]);
});
