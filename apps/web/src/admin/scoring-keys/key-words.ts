import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Instrument } from '../../api/instruments.ts';
import { namedScale } from '../../charts/scale-words.ts';
import { partsOf, textIn } from './key-document.ts';

const fields: Readonly<Record<string, MessageDescriptor>> = {
  reversed: msg`Counts the other way round`,
  risk: msg`About harm from this answer on`,
  title: msg`Name`,
  items: msg`Its questions`,
  method: msg`How it is counted`,
  multiplier: msg`Multiplied by`,
  missing: msg`Where answers are missing`,
  min: msg`Lowest score`,
  max: msg`Highest score`,
  bands: msg`Ranges`,
  higherIsBetter: msg`Higher is better`,
  cutOff: msg`Cut-off`,
  reliableChange: msg`Reliable change`,
  reliability: msg`Reliability`,
};

/** A field of a key as the form calls it; one that is not known here by its name in the document. */
export function keyFieldWords(field: string): string {
  const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return known ? i18n._(known) : field;
}

type Named = Pick<Instrument, 'items' | 'scales' | 'title'>;

/** An item by its question, a scale by its title; what is not known by its code. */
export function keyPartWords({ items, scales, title: instrumentTitle }: Named, id: string): string {
  const item = items.find(({ linkId }) => linkId === id);
  if (item) return `“${item.text}”`;
  const scale = scales.find(({ code }) => code === id);
  return scale ? namedScale({ title: scale.title, instrumentTitle }).title : id;
}

/** Where in a key something is wrong, by the names of the part and of the field; undefined for elsewhere. */
export function keyPlace(instrument: Named, document: object, pointer: string): string | undefined {
  const [, list = '', index, field] = pointer.split('/');
  const part = index === undefined ? undefined : partsOf(document, list)?.[Number(index)];
  if (!part) return undefined;
  const name = keyPartWords(instrument, textIn(part, list === 'items' ? 'linkId' : 'code'));
  return field === undefined ? name : `${name}: ${keyFieldWords(field)}`;
}
