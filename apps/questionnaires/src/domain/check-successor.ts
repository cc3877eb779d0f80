import type { Instrument } from './instrument.ts';
import type { Mismatch } from './mismatch.ts';

/**
 * What keeps a version from following another under the same url. The course of a client, the rules and the lane of
 * safety go on from version to version: a scale of the same code must count the same items over the same range, and an
 * item about harm stays one. Anything else is another instrument, with a url of its own.
 */
export function checkSuccessor(before: Instrument, next: Instrument): Mismatch[] {
  const items = new Map(next.items.map((item, index) => [item.linkId, { item, index }]));
  const scales = new Map(next.scales.map((scale, index) => [scale.code, { scale, index }]));
  const harm = before.items.flatMap(({ linkId, risk }): Mismatch[] => {
    const found = items.get(linkId);
    if (!risk || found?.item.risk?.atLeast === risk.atLeast) return [];
    const pointer = found ? `/items/${found.index}/risk` : '/items';
    return [{ pointer, detail: `Item ${linkId} is about harm from ${risk.atLeast} on, and must stay so.` }];
  });
  const counted = before.scales.flatMap((scale): Mismatch[] => {
    const found = scales.get(scale.code);
    if (!found) return [{ pointer: '/scales', detail: `Scale ${scale.code} must go on.` }];
    const { min, max, higherIsBetter, items: linkIds } = found.scale;
    const at = `/scales/${found.index}`;
    return [
      ...(min === scale.min && max === scale.max && higherIsBetter === scale.higherIsBetter
        ? []
        : [{ pointer: at, detail: `It must go from ${scale.min} to ${scale.max}, in the same direction.` }]),
      ...(linkIds.toSorted().join('\n') === scale.items.toSorted().join('\n')
        ? []
        : [{ pointer: `${at}/items`, detail: 'It must count the same items, by the same linkIds.' }]),
    ];
  });
  return [...harm, ...counted];
}
