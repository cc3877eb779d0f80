import { mayMiss, rangeOf, type Scale, type Sourced } from '../instrument.ts';
import type { Node } from './node.ts';
import type { ReadItem } from './read-items.ts';
import { limits } from './survey.ts';
import { urls } from './urls.ts';

/** A scale as it was declared; the range of one that is computed by an expression is found by trying it. */
export interface ReadScale {
  readonly scale: Scale;
  readonly node: Node;
}

const methods = new Set(['sum', 'mean']);
const directions = new Set(['higher-is-better', 'lower-is-better']);
const rules = new Set(['none', 'at-most', 'at-least', 'refuse']);

/** The parts of a complex extension by their names. */
export class Parts {
  constructor(readonly node: Node) {}

  private named(name: string): Node[] {
    return this.node.list('extension').filter(({ value }) => value['url'] === name);
  }

  all(name: string): Node[] {
    return this.named(name);
  }

  text(name: string): string | undefined {
    const found = this.named(name)[0];
    return found?.string('valueString') ?? found?.string('valueCode') ?? found?.string('valueUri');
  }

  number(name: string): number | undefined {
    const found = this.named(name)[0];
    return found?.number('valueDecimal') ?? found?.number('valueInteger');
  }

  truth(name: string): boolean | undefined {
    return this.named(name)[0]?.boolean('valueBoolean');
  }

  word(name: string, words: ReadonlySet<string>): string | undefined {
    const text = this.text(name);
    if (text !== undefined && !words.has(text)) {
      this.node.fault(`${name} is one of ${[...words].join(', ')}.`);
    }
    return text;
  }
}

/** The scales that Attune's own extension declares: see docs/guides/fhir.md. */
export function readScales(root: Node, items: readonly ReadItem[]): ReadScale[] {
  const declared = root.extensions(urls.scale);
  if (declared.length > limits.scales) root.fault(`More than ${limits.scales} scales.`, '/extension');
  return declared.slice(0, limits.scales).map((node) => ({ node, scale: readScale(new Parts(node), items) }));
}

function readScale(parts: Parts, items: readonly ReadItem[]): Scale {
  const code = parts.text('code') ?? '';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) || code.length > 64) {
    parts.node.fault('A scale needs a code in kebab-case.');
  }
  const direction = parts.word('direction', directions);
  if (direction === undefined) parts.node.fault('Say which direction is better.');
  const counted = countedItems(parts, items);
  const method = parts.word('method', methods) === 'mean' ? 'mean' : 'sum';
  const multiplier = parts.number('multiplier');
  const count = parts.number('missing-count');
  const percent = parts.number('missing-percent');
  const prorate = parts.truth('prorate');
  const missing = {
    rule: (parts.word('missing', rules) ?? 'none') as Scale['missing']['rule'],
    ...(count !== undefined && { count }),
    ...(percent !== undefined && { percent }),
    ...(prorate !== undefined && { prorate }),
  };
  if (mayMiss(missing, counted.length) >= Math.max(1, counted.length)) {
    parts.node.fault('Fewer than all items may be missing.');
  }
  return {
    code,
    title: (parts.text('title') ?? code).slice(0, 200),
    items: counted.map(({ item }) => item.linkId),
    method,
    ...(multiplier !== undefined && { multiplier }),
    missing,
    ...boundsOf(counted, method, multiplier),
    bands: parts.all('band').map((band) => readBand(new Parts(band))),
    higherIsBetter: direction === 'higher-is-better',
    ...published(parts),
  };
}

/** What a sum or a mean of these items can come to. */
export function boundsOf(items: readonly ReadItem[], method: 'sum' | 'mean', multiplier = 1) {
  const factor = multiplier / (method === 'mean' ? Math.max(1, items.length) : 1);
  const total = (bound: 'min' | 'max') =>
    items.reduce((sum, { item }) => sum + rangeOf(item)[bound], 0) * factor;
  return { min: tidy(total('min')), max: tidy(total('max')) };
}

const tidy = (value: number) => Math.round(value * 10_000) / 10_000;

function countedItems(parts: Parts, items: readonly ReadItem[]): ReadItem[] {
  const named = parts.all('item');
  // A scale that an expression computes knows its items by the expression.
  if (parts.text('calculated-by') !== undefined) return [];
  if (named.length === 0) {
    parts.node.fault('Name the items of the scale by their linkIds.');
    return [];
  }
  const byLinkId = new Map(items.map((each) => [each.item.form.linkId, each]));
  const found = named.flatMap((each) => {
    const item = byLinkId.get(each.string('valueString') ?? '');
    if (!item) each.fault('No such item is asked.');
    else if (!item.mayCount) {
      each.fault('This item has no numbers to count: give its options weights, or minValue and maxValue.');
    }
    return item?.mayCount ? [item] : [];
  });
  if (found.length === 1) parts.node.fault('Name at least two items: the score of one is its answer.');
  if (new Set(found).size < found.length) parts.node.fault('A scale counts an item once.');
  return found;
}

function readBand(parts: Parts) {
  const [code, from, to] = [parts.text('code') ?? '', parts.number('from'), parts.number('to')];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) || code.length > 64 || from === undefined || to === undefined) {
    parts.node.fault('A band needs a code in kebab-case, from and to.');
  }
  return { code, from: from ?? 0, to: to ?? 0 };
}

/** Published numbers; each needs its source. */
function published(parts: Parts): Pick<Scale, 'cutOff' | 'reliableChange' | 'reliability'> {
  const sourced = (name: string): Sourced | undefined => {
    const [value, source] = [parts.number(name), parts.text(`${name}-source`)];
    if (value === undefined) return undefined;
    if (source === undefined || source.trim() === '' || source.length > 300) {
      parts.node.fault(`Say where ${name} was published (${name}-source).`);
    }
    return { value, source: source ?? '' };
  };
  const [cutOff, reliableChange, reliability] = [
    sourced('cut-off'),
    sourced('reliable-change'),
    sourced('reliability'),
  ];
  const sd = parts.number('reliability-sd');
  if (reliableChange && reliableChange.value <= 0)
    parts.node.fault('A reliable change is more than nothing.');
  if (reliability && !(reliability.value >= 0 && reliability.value <= 1 && (sd === undefined || sd > 0))) {
    parts.node.fault('A reliability lies between 0 and 1, with a standard deviation above 0.');
  }
  return {
    ...(cutOff && { cutOff }),
    ...(reliableChange && { reliableChange }),
    ...(reliability && { reliability: { ...reliability, ...(sd !== undefined && { sd }) } }),
  };
}
