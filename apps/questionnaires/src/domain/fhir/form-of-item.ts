import type { FormOption, ItemForm } from '@attune/clinical';
import type { Instrument, Item } from '../instrument.ts';

/** What an item is in FHIR: as it was imported, or as it is exported when it never was FHIR. */
export function formOfItem({ url }: Pick<Instrument, 'url'>, item: Item): ItemForm {
  if (item.form) return item.form;
  const { linkId, options, range } = item;
  if (range) return { linkId, type: isWhole(range) ? 'integer' : 'decimal', within: [] };
  const system = `${url}/answers`;
  const form = options.map(({ value }): FormOption => ({
    value,
    type: 'coding',
    code: String(value),
    system,
  }));
  return { linkId, type: 'choice', within: [], options: form };
}

const isWhole = ({ min, max, step }: NonNullable<Item['range']>) => [min, max, step].every(Number.isInteger);
