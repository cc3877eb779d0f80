import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { workloadWords } from './workload-words.ts';

it.each([
  ['1', '1 alert'],
  ['2-3', '2–3 alerts'],
  ['8+', '8 alerts or more'],
  ['9-12', '9-12'],
])('%s is said as %s', (alerts, words) => {
  expect(workloadWords(alerts)).toBe(words);
});
