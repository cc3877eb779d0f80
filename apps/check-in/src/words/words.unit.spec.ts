import { describe, expect, it } from '@jest/globals';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { hi } from './hi.ts';
import { spoken } from './languages.ts';
import type { Words } from './words.ts';

/** Everything that a language says, by where it stands. */
function sayings(words: Words): [string, string][] {
  const { language: _l, dir: _d, letters: _s, ...said } = words;
  const flat = (value: unknown, at: string): [string, string][] => {
    if (typeof value === 'string') return [[at, value]];
    // A count, or words put in from elsewhere.
    if (typeof value === 'function') return [[at, String((value as (...given: unknown[]) => string)(7, 7))]];
    return Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${at}/${key}`));
  };
  return flat(said, '');
}

describe.each([hi, ar])('the words in $language', (words) => {
  it('say all that the form says, and nothing of it in English', () => {
    const english = new Map(sayings(en));
    const said = sayings(words);
    expect(said.map(([at]) => at)).toEqual([...english.keys()]);
    for (const [at, text] of said) {
      expect([at, text.trim()]).not.toEqual([at, '']);
      expect([at, text]).not.toEqual([at, english.get(at)]);
    }
  });

  it('put in what belongs in them', () => {
    expect(words.question(3, 12)).toMatch(/3.*12/);
    expect(words.outOf('36', '60')).toMatch(/36.*60|60.*36/);
    expect(words.line('0', '10')).toMatch(/0.*10/);
  });
});

it('counts in Arabic as Arabic counts', () => {
  expect([1, 2, 4, 12, 103].map((count) => ar.questions(count))).toEqual([
    'سؤال واحد',
    'سؤالان',
    '4 أسئلة',
    '12 سؤالًا',
    '103 أسئلة',
  ]);
});

it('speaks the first language that it can', () => {
  expect(spoken([undefined, 'de-AT', 'hi-IN', 'ar'])).toBe('hi');
  expect(spoken(['de', 'constructor'])).toBeUndefined();
});
