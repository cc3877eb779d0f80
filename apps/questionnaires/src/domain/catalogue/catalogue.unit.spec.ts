import { describe, expect, it, test } from '@jest/globals';
import { scoreResponse } from '@attune/clinical';
import { checkInstrument } from '../check-instrument.ts';
import { scoringKey } from '../scoring-key.ts';
import { findKey, instrumentKeys } from './catalogue.ts';
import { wordKey, type InstrumentKey } from './instrument-key.ts';

function worded(key: InstrumentKey) {
  const items = key.items.map(({ linkId, choice }) => ({
    linkId,
    text: linkId,
    labels: choice
      ? Array.from({ length: choice.to - choice.from + 1 }, (_, i) => String(i))
      : ['low', 'high'],
  }));
  const made = wordKey(key, { version: '1', intro: 'i', notice: 'n', language: 'en', items });
  if (made.faults) throw new Error(JSON.stringify(made.faults));
  return made.instrument;
}

test.each(instrumentKeys.map((key) => [key.name, key] as const))('%s is sound with its words', (_, key) => {
  expect(checkInstrument(worded(key))).toEqual([]);
});

/** Every item answered with its number's value, by `answer`. */
function score(name: string, answer: (number: number) => number) {
  const instrument = worded(findKey(name)!);
  const answers = instrument.items.map(({ linkId }, index) => ({ linkId, value: answer(index + 1) }));
  return Object.fromEntries(
    scoreResponse(scoringKey(instrument), answers).map(({ scale, value }) => [scale, value]),
  );
}

describe('the published keys', () => {
  const only =
    (high: number, low: number, ...numbers: number[]) =>
    (number: number) =>
      numbers.includes(number) ? high : low;

  it.each([
    ['wai-sr', only(5, 1, 4, 6, 8, 11), { goal: 5, task: 1, bond: 1, total: 2.33 }],
    ['wai-sr', only(5, 1, 1, 2, 10, 12), { goal: 1, task: 5, bond: 1 }],
    ['wai-sr', only(5, 1, 3, 5, 7, 9), { goal: 1, task: 1, bond: 5 }],
    ['srs', () => 9.1, { total: 36.4 }],
    ['ors', () => 6.2, { total: 24.8 }],
    ['arm-5', only(1, 7, 3), { total: 7 }],
    ['who-5', () => 5, { total: 100 }],
    ['who-5', only(3, 2, 1, 2), { total: 48 }],
    ['dass-21', only(3, 0, 3, 5, 10, 13, 16, 17, 21), { depression: 42, anxiety: 0, stress: 0 }],
    ['dass-21', only(3, 0, 2, 4, 7, 9, 15, 19, 20), { depression: 0, anxiety: 42, stress: 0 }],
    ['dass-21', only(3, 0, 1, 6, 8, 11, 12, 14, 18), { depression: 0, anxiety: 0, stress: 42 }],
    ['oq-45', only(4, 0, 1, 12, 13, 20, 21, 24, 31, 37, 43), { total: 0 }],
    ['oq-45', () => 0, { total: 36 }],
    ['k10', () => 5, { total: 50 }],
    ['wsas', () => 8, { total: 40 }],
    ['isi', () => 4, { total: 28 }],
  ])('%s', (name, answer, expected) => {
    expect(score(name, answer)).toMatchObject(expected);
  });

  it('count every item of the OQ-45 in one part only', () => {
    const parts = findKey('oq-45')!.scales.filter(({ code }) => code !== 'total');
    const counted = parts.flatMap(({ items }) => items);
    expect([counted.length, new Set(counted).size]).toEqual([45, 45]);
  });
});
