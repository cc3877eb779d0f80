import { t } from '@lingui/core/macro';
import type { Instrument } from '../../api/instruments.ts';
import { reachOf } from './key-answers.ts';
import { numberIn, partOf, pieceOf } from './key-document.ts';
import { scaleReach } from './scale-reach.ts';
import { scaleFaults } from './scale-faults.ts';

/** What cannot be as it was entered, in words that say what can, by place: `scales/total/min`. */
export type Faults = ReadonlyMap<string, string>;

/**
 * What the platform would refuse, said before it is asked. It refuses more that only the JSON can say, and then says
 * so itself.
 */
export function keyFaults({ items, scales }: Pick<Instrument, 'items' | 'scales'>, document: object): Faults {
  const ofItems = items.flatMap((item): [string, string][] => {
    const { risk } = partOf(document, {}, 'items', item.linkId);
    const reach = reachOf(item);
    if (risk === undefined || risk === null || !reach) return [];
    const atLeast = numberIn(pieceOf({ risk }, 'risk'), 'atLeast');
    if (atLeast !== null && atLeast > reach.min && atLeast <= reach.max) return [];
    const words =
      item.options.length > 0
        ? t`Choose one of the answers above the lowest.`
        : t`Enter a number above ${reach.min}, up to ${reach.max}.`;
    return [[`items/${item.linkId}/risk`, words]];
  });
  const ofScales = scales.flatMap(({ code, expression }) => {
    const scale = partOf(document, {}, 'scales', code);
    // One that was left out of the JSON has no numbers to find fault with.
    if (Object.keys(scale).length === 0) return [];
    const given = { reach: scaleReach(scale, items), byExpression: expression !== undefined };
    return scaleFaults(scale, given).map(([field, words]): [string, string] => [
      `scales/${code}/${field}`,
      words,
    ]);
  });
  return new Map([...ofItems, ...ofScales]);
}
