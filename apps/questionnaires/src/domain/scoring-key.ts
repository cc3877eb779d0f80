import type { Instrument as ScoringKey } from '@attune/clinical';
import { mayMiss, rangeOf, type Instrument, type Scale } from './instrument.ts';

/** As much of an instrument as scoring has to know: its key, without the words. */
export const scoringKey = ({ url, version, items, scales }: Instrument): ScoringKey => ({
  url,
  version,
  items: items.map((item) => ({
    linkId: item.linkId,
    ...rangeOf(item),
    reversed: item.reversed,
    ...(item.risk && { risk: item.risk }),
  })),
  scales: scales.map((scale) => ({ ...scale, missing: missingOf(scale) })),
});

/** A key knows how many items may be missing, in whatever way its maker put it. */
function missingOf({ missing, items }: Scale): ScoringKey['scales'][number]['missing'] {
  const count = mayMiss(missing, items.length);
  const prorate = missing.prorate ?? false;
  return count === 0 ? { rule: 'none', prorate } : { rule: 'at-most', count, prorate };
}
