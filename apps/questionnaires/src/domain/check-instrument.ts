import { mayMiss, rangeOf, slugOf, widest, type Instrument, type Item, type Scale } from './instrument.ts';
import type { Mismatch } from './mismatch.ts';

/** What keeps an instrument from being published: a key that would score wrongly or disclose an answer. */
export function checkInstrument(instrument: Instrument): Mismatch[] {
  const items = new Map(instrument.items.map((item) => [item.linkId, item]));
  return [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(instrument.url))
      ? []
      : [{ pointer: '/url', detail: 'End the url with a short name in kebab-case.' }]),
    ...repeated(instrument.items.map(({ linkId }) => linkId)).map((index) => ({
      pointer: `/items/${index}/linkId`,
      detail: 'Give each item a linkId of its own.',
    })),
    ...instrument.items.flatMap(checkItem),
    ...repeated(instrument.scales.map(({ code }) => code)).map((index) => ({
      pointer: `/scales/${index}/code`,
      detail: 'Give each scale a code of its own.',
    })),
    ...instrument.scales.flatMap((scale, index) => checkScale(scale, items, `/scales/${index}`)),
  ];
}

function checkItem({ options, range, risk, kind, counts }: Item, index: number): Mismatch[] {
  const at = `/items/${index}`;
  // Words and dates have neither options nor a range.
  if (kind !== undefined && kind !== 'number') return [];
  if (range && options.length > 0)
    return [{ pointer: `${at}/options`, detail: 'An item has options or a range, not both.' }];
  if (!range && options.length < 2)
    return [{ pointer: `${at}/options`, detail: 'Give at least two options, or a range.' }];
  if (range && !(range.min < range.max && range.step <= range.max - range.min))
    return [
      { pointer: `${at}/range`, detail: 'A range goes from min up to max, in steps that fit into it.' },
    ];
  const { min, max } = rangeOf({ options, range });
  if (counts !== false && !(min >= -widest && max <= widest))
    return [{ pointer: `${at}/${range ? 'range' : 'options'}`, detail: tooWide }];
  if (risk && !(risk.atLeast > min && risk.atLeast <= max))
    return [{ pointer: `${at}/risk/atLeast`, detail: 'Name an answer that can be given, above the lowest.' }];
  return repeated(options.map(({ value }) => value)).map((option) => ({
    pointer: `/items/${index}/options/${option}/value`,
    detail: 'Give each option a value of its own.',
  }));
}

const tooWide = `Numbers that count lie between -${widest} and ${widest}.`;

function checkScale(scale: Scale, items: ReadonlyMap<string, Item>, at: string): Mismatch[] {
  const unknown = scale.items.flatMap((linkId, index) =>
    items.has(linkId) ? [] : [{ pointer: `${at}/items/${index}`, detail: 'There is no such item.' }],
  );
  const twice = repeated(scale.items).map((index) => ({
    pointer: `${at}/items/${index}`,
    detail: 'A scale counts an item once.',
  }));
  const disclosing =
    scale.items.length > 1
      ? []
      : // Scores are public to integrators, and the score of one item is its answer.
        [{ pointer: `${at}/items`, detail: 'Name at least two items: the score of one is its answer.' }];
  const faults = [...unknown, ...twice, ...disclosing];
  if (faults.length > 0) return faults;
  // What an expression comes to is found by trying it, not by adding up.
  const ranges = scale.expression
    ? [...checkBands(scale, at), ...checkCutOff(scale, at)]
    : checkRange(scale, items, at);
  return [...checkMissing(scale, at), ...checkWidth(scale, at), ...ranges];
}

const checkWidth = (scale: Scale, at: string): Mismatch[] =>
  (['min', 'max'] as const).flatMap((bound) =>
    Math.abs(scale[bound]) <= widest ? [] : [{ pointer: `${at}/${bound}`, detail: tooWide }],
  );

function checkMissing({ missing, items, expression }: Scale, at: string): Mismatch[] {
  const { rule, count, percent } = missing;
  if (rule === 'none' || rule === 'refuse') return [];
  if (expression) {
    return [
      {
        pointer: `${at}/missing/rule`,
        detail: 'An expression does not see what is missing: none or refuse.',
      },
    ];
  }
  if (rule === 'at-least') {
    if (percent !== undefined && percent > 0 && mayMiss(missing, items.length) < items.length) return [];
    return [{ pointer: `${at}/missing/percent`, detail: 'Say what share of the items must have an answer.' }];
  }
  if (count !== undefined && count < items.length) return [];
  return [{ pointer: `${at}/missing/count`, detail: 'Say how many items may be missing, fewer than all.' }];
}

function checkRange(scale: Scale, items: ReadonlyMap<string, Item>, at: string): Mismatch[] {
  const ranges = scale.items.map((linkId) => rangeOf(items.get(linkId) as Item));
  const factor = (scale.multiplier ?? 1) / (scale.method === 'mean' ? ranges.length : 1);
  const sum = (bound: 'min' | 'max') => ranges.reduce((total, range) => total + range[bound], 0) * factor;
  const bounds = (['min', 'max'] as const).flatMap((bound) =>
    Math.abs(sum(bound) - scale[bound]) < 0.005
      ? []
      : [{ pointer: `${at}/${bound}`, detail: `The items come to ${sum(bound)}.` }],
  );
  return [...bounds, ...checkBands(scale, at), ...checkCutOff(scale, at)];
}

/** The range of an expression is found by trying it: until then there is none. */
function checkCutOff({ cutOff, min, max, expression }: Scale, at: string): Mismatch[] {
  if (!cutOff || (expression && min === max) || (cutOff.value >= min && cutOff.value <= max)) return [];
  return [{ pointer: `${at}/cutOff/value`, detail: `The scale goes from ${min} to ${max}.` }];
}

function checkBands({ bands, min, max, expression }: Scale, at: string): Mismatch[] {
  return bands.flatMap(({ from, to }, index) => {
    const before = bands[index - 1];
    const inside = expression !== undefined || (from >= min && to <= max);
    // Below the first one a score would have no band; a gap between two belongs to the lower one.
    const begins = before !== undefined || expression !== undefined || from <= min;
    if (from <= to && inside && begins && (before === undefined || from > before.to)) return [];
    const detail =
      'List bands from low to high inside of the scale, from its lowest score on, without overlap.';
    return [{ pointer: `${at}/bands/${index}`, detail }];
  });
}

/** The places of values that have come before. */
function repeated(values: readonly unknown[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}
