import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { defaultRuleSet, operatingPoints } from '@attune/clinical';
import { i18n } from '@lingui/core';
import type { RuleSet } from '../../api/rule-sets.ts';
import { ruleName, ruleOfCode, setName, setTitle } from './rule-names.ts';

const shipped = { ...defaultRuleSet, active: true, publishedAt: '', activatedAt: null } satisfies RuleSet;
const titled = [defaultRuleSet, ...defaultRuleSet.rules, ...operatingPoints.flatMap(({ rules }) => rules)];

it('what ships is named in English as it is', () => {
  for (const one of titled) expect(ruleName(one)).toBe(one.title);
});

it('and has words to be told by in another language, each of them', () => {
  const asked: string[] = [];
  const stop = i18n.on('missing', ({ id }) => asked.push(id));
  const without = titled.filter((one) => {
    asked.length = 0;
    ruleName(one);
    return asked.length === 0;
  });
  stop();
  expect(without.map(({ title }) => title)).toEqual([]);
});

it('a clinic’s own title stays as it was written', () => {
  expect(ruleName({ title: 'Alliance below what we agreed on' })).toBe('Alliance below what we agreed on');
});

it('a code is told by the name of its rule, and by none where nobody knows the set', () => {
  expect(ruleOfCode('alliance-below-cut-off', shipped)).toBe('Alliance total below 30');
  expect(ruleOfCode('requests-unanswered', undefined)).toBe('Check-ins unanswered in a row');
  expect(ruleOfCode('alliance-below-cut-off', undefined)).toBeNull();
  expect(ruleOfCode('constructor', undefined)).toBeNull();
});

it('a set is told by title and version, with its name only where two would be called the same', () => {
  const own = { ...shipped, name: 'our-rules', title: 'Ours' };
  expect(setName(own, [shipped, own])).toBe('Ours, version 5');
  const alike = { ...own, title: shipped.title };
  expect(setName(alike, [shipped, alike])).toBe(`${setTitle(shipped)}, version 5 of our-rules`);
  expect(setName(shipped, [shipped, alike])).toBe(`${setTitle(shipped)}, version 5 as it ships`);
});
