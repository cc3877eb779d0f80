import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { lackingWords } from './lacking-words.ts';

const all = { faulty: false, changed: true, reason: 'A misprint', agreed: true, uncounted: false };

it.each([
  [{}, undefined],
  [
    { changed: false, reason: '', agreed: false },
    'a change of the key, what was wrong and your agreement that answers count by it',
  ],
  [{ reason: ' no ' }, 'what was wrong'],
  [
    { faulty: true, agreed: false },
    'possible values where it is marked above and your agreement that answers count by it',
  ],
  [{ uncounted: true }, 'the number of responses to be scored again'],
])('of %j it is said what is missing', (entered, words) => {
  expect(lackingWords({ ...all, ...entered })).toBe(words && `Still missing: ${words}.`);
});
