import type { ItemForm } from '@attune/clinical';
import type { Answer } from '../answer.ts';
import type { Item } from '../instrument.ts';
import type { Node } from './node.ts';

/** The answers to one item as one answer here. What does not fit is said where it stands. */
export function readGiven(node: Node, answers: readonly Node[], item: Item, form: ItemForm): Answer {
  const read = answers.map((answer) => readOne(answer, item, form));
  const numbers = read.flatMap(({ value }) => value ?? []);
  const text = read.find((each) => each.text !== undefined)?.text;
  if (read.length > 1 && item.several !== true) node.fault('This item takes one answer.', '/answer');
  const { linkId } = item;
  if (item.several === true) {
    return {
      linkId,
      value: null,
      ...(numbers.length > 0 && { values: numbers }),
      ...(text !== undefined && { text }),
    };
  }
  return { linkId, value: numbers[0] ?? null, ...(text !== undefined && { text }) };
}

interface One {
  readonly value?: number;
  readonly text?: string;
}

/** The value[x] that an answer to an item of each type has. A whole number is a decimal one as well. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  integer: ['valueInteger'],
  decimal: ['valueDecimal', 'valueInteger'],
  quantity: ['valueQuantity'],
  string: ['valueString'],
  text: ['valueString'],
  url: ['valueUri'],
  date: ['valueDate'],
  dateTime: ['valueDateTime'],
  time: ['valueTime'],
};

function readOne(answer: Node, item: Item, form: ItemForm): One {
  const key = answer.typed('value') ?? '';
  if (form.options) return readOption(answer, key, item, form.options);
  if (!keysOf[form.type]?.includes(key)) {
    answer.fault(`An answer to this item is a ${keysOf[form.type]?.[0] ?? 'value'}.`);
    return {};
  }
  if (key === 'valueInteger' || key === 'valueDecimal') {
    const value = answer.number(key);
    return value === undefined ? {} : { value };
  }
  if (key === 'valueQuantity') {
    const quantity = answer.child(key);
    const unit = quantity?.string('unit') ?? quantity?.string('code');
    if (
      unit !== undefined &&
      item.unit !== undefined &&
      ![quantity?.string('code'), unit].includes(item.unit)
    ) {
      answer.fault(`Give it in ${item.unit}.`, '/valueQuantity/unit');
    }
    const value = quantity?.number('value');
    return value === undefined ? {} : { value };
  }
  const text = answer.string(key);
  return text === undefined ? {} : { text };
}

function readOption(answer: Node, key: string, item: Item, options: NonNullable<ItemForm['options']>): One {
  const coding = key === 'valueCoding' ? answer.child(key) : undefined;
  const code = coding ? (coding.string('code') ?? coding.string('display')) : String(answer.value[key]);
  const system = coding?.string('system');
  const found = options.find(
    (option) =>
      option.code === code &&
      (option.type === 'coding' || option.type === 'display') === (coding !== undefined) &&
      (system === undefined || option.system === undefined || system === option.system),
  );
  if (found) return { value: found.value };
  const words = coding ? coding.string('display') : key === 'valueString' ? answer.string(key) : undefined;
  if (item.other === true && words !== undefined) return { text: words };
  answer.fault('The item does not offer this answer.');
  return {};
}
