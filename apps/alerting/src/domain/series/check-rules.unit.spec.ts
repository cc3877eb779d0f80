import { expect, it } from '@jest/globals';
import { checkRules, type KnownScale } from './check-rules.ts';

const instrument = 'https://example.org/one';
const known: readonly KnownScale[] = [
  { instrument, scale: 'bond', direction: 'higher-is-better' },
  { instrument, scale: 'total', direction: 'higher-is-better' },
];
const detector = { kind: 'absolute-cut-off', cutoff: 36 } as const;
const rule = { instrument, scale: 'total', direction: 'higher-is-better', detector } as const;

it.each([
  ['a scale that is there', {}, [], []],
  ['a scale that is not there', { scale: 'task' }, ['/rules/1/scale'], []],
  ['the wrong direction', { direction: 'lower-is-better' }, ['/rules/1/direction'], []],
  ['an instrument of tomorrow', { instrument: 'https://example.org/two' }, [], ['/rules/1/instrument']],
  [
    'an own baseline without a floor',
    { detector: { kind: 'own-baseline' } },
    [],
    ['/rules/1/detector/floor'],
  ],
  [
    'an own baseline with none',
    { detector: { kind: 'own-baseline', floor: 0 } },
    [],
    ['/rules/1/detector/floor'],
  ],
  ['an own baseline with a floor', { detector: { kind: 'own-baseline', floor: 2.2 } }, [], []],
] as const)('a rule about %s', (_, change, faults, warnings) => {
  const check = checkRules([rule, { ...rule, ...change }], known);
  expect(check.faults.map(({ pointer }) => pointer)).toEqual(faults);
  expect(check.warnings.map(({ pointer }) => pointer)).toEqual(warnings);
});

it('says which scales there are', () => {
  const { faults } = checkRules([{ ...rule, scale: 'task' }], known);
  expect(faults).toEqual([{ pointer: '/rules/0/scale', detail: 'The instrument has bond, total.' }]);
});
