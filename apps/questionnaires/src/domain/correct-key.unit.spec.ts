import { expect, it } from '@jest/globals';
import { correctKey, type KeyCorrection } from './correct-key.ts';
import { core10 } from './instruments/core-10.ts';

const items = (correction: KeyCorrection['items']) => {
  const done = correctKey(core10, { items: correction, scales: core10.scales });
  if (done.mismatches) throw new Error('The key is sound.');
  return new Map(done.corrected.items.map((item) => [item.linkId, item]));
};

it('what is not told about an item stays as it is', () => {
  const reversed = core10.items.find((item) => item.reversed)!.linkId;
  expect(items([{ linkId: reversed, risk: { atLeast: 4 } }]).get(reversed)).toMatchObject({
    reversed: true,
    risk: { atLeast: 4 },
  });
  const harm = core10.items.find(({ risk }) => risk)!;
  expect(items([{ linkId: harm.linkId, reversed: false }]).get(harm.linkId)?.risk).toEqual(harm.risk);
});

it('a scale that rules may watch neither goes away nor turns round', () => {
  const refused = (scales: KeyCorrection['scales']) => correctKey(core10, { scales }).mismatches;
  expect(refused([])).toContainEqual({ pointer: '/scales', detail: expect.stringContaining('total') });
  const turned = core10.scales.map((scale) => ({ ...scale, higherIsBetter: !scale.higherIsBetter }));
  expect(refused(turned)).toContainEqual({
    pointer: '/scales/0/higherIsBetter',
    detail: expect.stringContaining('new version'),
  });
});

it('an item is no longer about harm where that is said', () => {
  const { linkId } = core10.items.find(({ risk }) => risk)!;
  expect(items([{ linkId, risk: null }]).get(linkId)).not.toHaveProperty('risk');
});
