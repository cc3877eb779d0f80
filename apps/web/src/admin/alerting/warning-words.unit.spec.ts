import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { defaultRuleSet } from '@attune/clinical';
import { ruleName } from './rule-names.ts';
import { warningWords } from './warning-words.ts';

const { rules } = defaultRuleSet;
const srs = rules.flatMap(({ instrument }, index) => (instrument.endsWith('/srs') ? [index] : []));
const titleOf = (url: string) => (url.endsWith('/srs') ? 'Session Rating Scale' : 'Check-in');
const detail = 'No version of this instrument is published.';

it('of an instrument that nobody has published its title is told once, with its rules', () => {
  expect(srs.length).toBeGreaterThan(1);
  const warnings = srs.map((index) => ({ pointer: `/rules/${index}/instrument`, detail }));
  expect(warningWords(warnings, rules, titleOf)).toEqual([
    {
      words: 'Session Rating Scale: no version is published. Until one is, nothing is watched.',
      places: srs.map((index) => rules[index]).map((rule) => rule && ruleName(rule)),
    },
  ]);
});

it('two instruments are two', () => {
  const pointers = ['/rules/0/instrument', `/rules/${srs[0]}/instrument`];
  const told = warningWords(
    pointers.map((pointer) => ({ pointer, detail })),
    rules,
    titleOf,
  );
  expect(told.map(({ places }) => places.length)).toEqual([1, 1]);
});

it('of anything else it is told of which instrument, and in which field', () => {
  expect(warningWords([{ pointer: '/rules/0/scale', detail: 'It has none.' }], rules, titleOf)).toEqual([
    { words: 'Check-in: It has none.', places: ['Alliance total below 30: The scale'] },
  ]);
  expect(warningWords([{ pointer: '/name', detail: 'Taken.' }], rules, titleOf)).toEqual([
    { words: 'Taken.', places: ['/name'] },
  ]);
});
