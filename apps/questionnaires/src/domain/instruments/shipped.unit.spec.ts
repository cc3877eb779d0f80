import { createHash } from 'node:crypto';
import { scoreResponse } from '@attune/clinical';
import { describe, expect, it, test } from '@jest/globals';
import { checkInstrument } from '../check-instrument.ts';
import type { Instrument } from '../instrument.ts';
import { scoringKey } from '../scoring-key.ts';
import { core10 } from './core-10.ts';
import { gad7 } from './gad-7.ts';
import { phq4 } from './phq-4.ts';
import { allianceCheckIn } from './attune-alliance-check-in.ts';
import { phq9 } from './phq-9.ts';
import { shippedInstruments } from './shipped.ts';

/** As scoring gets it from the event. */
function score(instrument: Instrument, values: readonly (number | null)[]) {
  const answers = instrument.items.map(({ linkId }, index) => ({ linkId, value: values[index] ?? null }));
  return Object.fromEntries(
    scoreResponse(scoringKey(instrument), answers).map((each) => [each.scale, [each.value, each.band]]),
  );
}

test.each(shippedInstruments.map((each) => [each.title, each] as const))('%s is sound', (_, instrument) => {
  expect(checkInstrument(instrument)).toEqual([]);
});

// A key is part of a version: what is found out about an instrument later stands beside it.
test.each([
  ['attune-alliance-check-in', '1.1.0', 'dfe359465c511576f19fbc3c1dcdb8c653aed1037a94ede442c9b5a3958a5213'],
  [
    'attune-alliance-check-in-short',
    '1.1.0',
    '510f6f3250fc1278c34aeeeb63d5e8a3e699c8b71322c677418e5e85a3e6fa8f',
  ],
  ['phq-9', '1.2.0', 'f99157b6bca8f92b8c1994df623d03db57e6f8168a5efbd46e1b019203dc6401'],
  ['gad-7', '1.2.0', '78614f3c32179bb8fff5a468edf81974b658bbaf56644dfb59f4e1289a155336'],
  ['phq-4', '1.1.0', '05331825a029e254413a2c035a6da1f676c608d0fe06b433c5c5e89bda4733cc'],
  ['core-10', '1.1.0', '7fd6535cc16ce727644f1cf08fd11505b958afc3c39b979ce4137abc4807adbe'],
])('%s keeps the version and the content that it was published with', (name, version, hash) => {
  const instrument = shippedInstruments.find(({ url }) => url.endsWith(`/${name}`)) as Instrument;
  const content = createHash('sha256').update(JSON.stringify(instrument)).digest('hex');
  expect([instrument.version, content]).toEqual([version, hash]);
});

describe('PHQ-9', () => {
  it.each([
    [[0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 'minimal'],
    [[1, 1, 1, 1, 0, 0, 0, 0, 0], 4, 'minimal'],
    [[1, 1, 1, 1, 1, 0, 0, 0, 0], 5, 'mild'],
    [[2, 2, 2, 2, 2, 0, 0, 0, 0], 10, 'moderate'],
    [[3, 3, 3, 3, 3, 0, 0, 0, 0], 15, 'moderately-severe'],
    [[3, 3, 3, 3, 3, 3, 2, 0, 0], 20, 'severe'],
    [[3, 3, 3, 3, 3, 3, 3, 3, 3], 27, 'severe'],
  ])('%j is %i, %s', (values, total, band) => {
    expect(score(phq9, values).total).toEqual([total, band]);
  });

  it('has no total when an item is missing', () => {
    expect(score(phq9, [1, 1, 1, 1, 1, 1, 1, 1, null]).total).toEqual([null, null]);
  });
});

describe('the alliance check-in', () => {
  it('says that it is not validated', () => {
    expect(allianceCheckIn.validated).toBe(false);
    expect(allianceCheckIn.notice).toContain('not validated');
  });

  it('has four items from 1 to 5 in each of goals, tasks and bond', () => {
    const scores = score(allianceCheckIn, [1, 1, 1, 1, 3, 3, 3, 3, 5, 5, 5, 5]);
    expect(scores).toEqual({ goals: [4, null], tasks: [12, null], bond: [20, null], total: [36, null] });
  });

  it('extrapolates one missing item of a part, and does not score two', () => {
    const scores = score(allianceCheckIn, [null, 2, 2, 2, null, null, 4, 4, 3, 3, 3, 3]);
    expect(scores).toMatchObject({ goals: [8, null], tasks: [null, null], total: [null, null] });
  });
});

describe('GAD-7 and PHQ-4', () => {
  it.each([
    [gad7, [3, 3, 3, 3, 3, 0, 0], { total: [15, 'severe'] }],
    [gad7, [1, 1, 1, 1, 0, 0, 0], { total: [4, 'minimal'] }],
    [phq4, [3, 2, 1, 0], { anxiety: [5, null], depression: [1, null], total: [6, 'moderate'] }],
  ] as const)('%#', (instrument, values, expected) => {
    expect(score(instrument, values)).toEqual(expected);
  });
});

describe('CORE-10', () => {
  it('turns items 2 and 3 round', () => {
    expect(score(core10, [0, 4, 4, 0, 0, 0, 0, 0, 0, 0]).total).toEqual([0, 'healthy']);
    expect(score(core10, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).total).toEqual([8, 'low']);
    expect(score(core10, [4, 0, 0, 4, 4, 4, 4, 4, 4, 4]).total).toEqual([40, 'severe']);
  });

  it('is ten times the mean of nine items where one is missing, and not scored where two are', () => {
    expect(score(core10, [null, 4, 4, 2, 2, 0, 2, 2, 2, 2]).total).toEqual([13.33, 'mild']);
    expect(score(core10, [null, null, 4, 2, 2, 0, 2, 2, 2, 2]).total).toEqual([null, null]);
  });
});

describe('risk items', () => {
  it.each([
    [phq9, 9],
    [core10, 6],
  ])('of %# are named', (instrument, number) => {
    const risky = instrument.items.flatMap(({ risk }, index) => (risk ? [[index + 1, risk.atLeast]] : []));
    expect(risky).toEqual([[number, 1]]);
  });
});
