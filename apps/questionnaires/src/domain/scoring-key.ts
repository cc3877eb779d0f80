import type { Instrument as ScoringKey } from '@attune/clinical';
import { mayMiss, rangeOf, type Instrument, type Item, type Scale } from './instrument.ts';

/** As much of an instrument as scoring has to know: its key, without the words. */
export const scoringKey = ({ url, version, items, scales }: Instrument): ScoringKey => ({
  url,
  version,
  items: countedItems({ items }).map((item) => ({
    linkId: item.linkId,
    ...rangeOf(item),
    reversed: item.reversed,
    ...(item.risk && { risk: item.risk }),
    ...(item.form && scales.some(({ expression }) => expression) && { form: formOf(item.form) }),
  })),
  scales: scales.map((scale) => ({ ...scale, missing: missingOf(scale) })),
});

/** What a scale or a risk looks at. Everything else stays where it was answered. */
export const countedItems = ({ items }: Pick<Instrument, 'items'>): Item[] =>
  items.filter(({ counts }) => counts !== false);

/** Scoring gets what an answer counts: there an option is known by its weight. */
function formOf({ options, ...form }: NonNullable<Item['form']>) {
  if (!options) return form;
  const weighted = options.flatMap(({ weight, ...option }) =>
    weight === undefined ? [] : { ...option, value: weight },
  );
  return { ...form, options: weighted };
}

/** A key knows how many items may be missing, in whatever way its maker put it. */
function missingOf({ missing, items }: Scale): ScoringKey['scales'][number]['missing'] {
  const count = mayMiss(missing, items.length);
  const prorate = missing.prorate ?? false;
  return count === 0 ? { rule: 'none', prorate } : { rule: 'at-most', count, prorate };
}
