import type { Limits } from '../instrument.ts';
import { mostLetters } from '../offer.ts';
import type { Node } from './node.ts';
import { urls } from './urls.ts';

/** How a bound of each type is written. One that is half a date would hold for some answers and not for others. */
const bounds: Readonly<
  Record<string, { readonly key: string; readonly written: RegExp; readonly as: string }>
> = {
  date: { key: 'valueDate', written: /^\d{4}-\d\d-\d\d$/, as: '2026-11-23' },
  dateTime: {
    key: 'valueDateTime',
    written: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    as: '2026-11-23T10:00:00Z',
  },
  time: { key: 'valueTime', written: /^\d\d:\d\d:\d\d$/, as: '10:30:00' },
};

/** What an answer in words, a date, an instant or a time has to keep to; undefined where it may be any. */
export function textLimits(node: Node, type: string): Limits | undefined {
  const words = type === 'string' || type === 'text' || type === 'url';
  const shortest = words ? count(node, urls.minLength) : undefined;
  const longest = words ? lettersOf(node) : undefined;
  if ((shortest ?? 0) > (longest ?? mostLetters)) node.fault('minLength lies above maxLength.');
  const [earliest, latest] = [bound(node, type, urls.minValue), bound(node, type, urls.maxValue)];
  if (earliest !== undefined && latest !== undefined && earliest > latest) {
    node.fault('minValue lies above maxValue.');
  }
  return some({ shortest, longest, earliest, latest });
}

/** How many boxes are to be ticked; undefined where it may be any number of them. */
export function tickLimits(node: Node, options: number): Limits | undefined {
  const [fewest, most] = [count(node, urls.minOccurs), count(node, urls.maxOccurs)];
  if ((fewest ?? 0) > (most ?? options)) node.fault('More are asked for (minOccurs) than may be ticked.');
  return some({ fewest, most });
}

function lettersOf(node: Node): number | undefined {
  const length = node.number('maxLength');
  if (length === undefined || (Number.isInteger(length) && length >= 1)) return length;
  node.fault('maxLength is a whole number from 1.', '/maxLength');
  return undefined;
}

function count(node: Node, url: string): number | undefined {
  const found = node.extension(url);
  const value = found?.number('valueInteger');
  if (!found || (value !== undefined && Number.isInteger(value) && value >= 0)) return value;
  found.fault('Expected valueInteger, a whole number from 0.');
  return undefined;
}

function bound(node: Node, type: string, url: string): string | undefined {
  const found = node.extension(url);
  const wanted = bounds[type];
  if (!found || !wanted) return undefined;
  const { key, written, as } = wanted;
  const value = found.string(key);
  if (value !== undefined && written.test(value) && (type === 'time' || !Number.isNaN(Date.parse(value)))) {
    return value;
  }
  found.fault(`A bound of this item is a ${key} such as ${as}.`);
  return undefined;
}

function some(limits: Limits): Limits | undefined {
  const said = Object.entries(limits).filter(([, value]) => value !== undefined);
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}
