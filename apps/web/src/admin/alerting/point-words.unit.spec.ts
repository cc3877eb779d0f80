import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { operatingPoints } from '@attune/clinical';
import { pointRules, pointWords } from './point-words.ts';

const point = operatingPoints.find(({ standardDeviations }) => standardDeviations === 1.4)!;

it('a place on the curve is told by what a score must be', () => {
  expect(pointWords(point)).toBe('Below 33, or 1.4 standard deviations below what is expected');
  expect(pointWords({ ...point, rules: point.rules.slice(1) })).toBe(
    '1.4 standard deviations below what is expected',
  );
});

it('its rules are those of the choice, else as they ship', () => {
  expect(pointRules(operatingPoints, 1.4)).toBe(
    "“Alliance total below 33” and “Alliance total well below what the client's own course leads to expect”",
  );
  expect(pointRules(operatingPoints, undefined)).toContain('“Alliance total below 30”');
  expect(pointRules([], 1.4)).toBe('');
});
