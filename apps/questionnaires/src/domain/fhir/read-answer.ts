import type { FormOption } from '@attune/clinical';
import { widest, type Item, type Range } from '../instrument.ts';
import type { Contained } from './contained.ts';
import { controlOf, endOf } from './control.ts';
import type { Node } from './node.ts';
import { textLimits, tickLimits } from './read-limits.ts';
import { readOptions } from './read-options.ts';
import { limits } from './survey.ts';
import { urls } from './urls.ts';

export interface ReadAnswer {
  readonly shape: Pick<Item, 'options'> &
    Partial<Pick<Item, 'range' | 'kind' | 'several' | 'other' | 'unit' | 'whole' | 'limits' | 'initial'>>;
  readonly form?: readonly FormOption[] | undefined;
  readonly mayCount: boolean;
}

const texts: Readonly<
  Record<string, { readonly kind: NonNullable<Item['kind']>; readonly initial: string }>
> = {
  string: { kind: 'text', initial: 'valueString' },
  text: { kind: 'text', initial: 'valueString' },
  url: { kind: 'text', initial: 'valueUri' },
  date: { kind: 'date', initial: 'valueDate' },
  dateTime: { kind: 'date-time', initial: 'valueDateTime' },
  time: { kind: 'time', initial: 'valueTime' },
};

/** What may be answered to an item of this type; undefined, with a fault, where a form cannot ask for it. */
export function readAnswer(node: Node, type: string, contained: Contained): ReadAnswer | undefined {
  const several = node.boolean('repeats') === true;
  const choice = type === 'choice' || type === 'open-choice';
  if (several && !choice && type !== 'display') {
    node.fault('Only choices may take several answers.', '/repeats');
  }
  if (choice) {
    const { options, form, weighted } = readOptions(node, contained);
    const other = type === 'open-choice';
    const ticks = several ? tickLimits(node, options.length + (other ? 1 : 0)) : undefined;
    const shape = {
      options,
      ...(several && { several }),
      ...(other && { other }),
      ...(ticks && { limits: ticks }),
    };
    return { shape, form, mayCount: weighted && !several };
  }
  if (type === 'boolean') return yesOrNo;
  if (type === 'display') return { shape: { options: [], kind: 'display' }, mayCount: false };
  const text = texts[type];
  if (text) {
    const initial = node.list('initial')[0]?.string(text.initial);
    if (initial !== undefined && initial.length > limits.text) node.fault('It is too long.', '/initial/0');
    const bounds = textLimits(node, type);
    return {
      shape: {
        ...{ options: [], kind: text.kind },
        ...(bounds && { limits: bounds }),
        ...(initial !== undefined && { initial }),
      },
      mayCount: false,
    };
  }
  if (type === 'integer' || type === 'decimal' || type === 'quantity') return number(node, type);
  node.fault(`Items of this type are not supported: a form cannot show them.`, '/type');
  return undefined;
}

const yesOrNo: ReadAnswer = {
  shape: {
    options: [
      { value: 1, label: 'Yes', labels: { de: 'Ja', fr: 'Oui', es: 'Sí', nl: 'Ja', it: 'Sì' } },
      { value: 0, label: 'No', labels: { de: 'Nein', fr: 'Non', es: 'No', nl: 'Nee', it: 'No' } },
    ],
  },
  form: [
    { value: 1, weight: 1, type: 'boolean', code: 'true' },
    { value: 0, weight: 0, type: 'boolean', code: 'false' },
  ],
  mayCount: true,
};

function number(node: Node, type: 'integer' | 'decimal' | 'quantity'): ReadAnswer {
  const whole = type === 'integer';
  const isLine = controlOf(node) === 'slider';
  const [min, max] = [boundOf(node, urls.minValue), boundOf(node, urls.maxValue)];
  const decimals = boundOf(node, urls.decimals);
  const step =
    boundOf(node, urls.step) ?? (whole || isLine ? 1 : decimals === undefined ? 1e-6 : 10 ** -decimals);
  const bounded = min !== undefined && max !== undefined;
  // A slider that does not say it goes from 0 to 100, as R4 has it; but nothing is counted by a guess.
  const [least, most] = isLine ? [0, 100] : [-widest, widest];
  const range: Range = { min: min ?? least, max: max ?? most, step, ...labels(node) };
  if (!(range.min < range.max && step > 0 && step <= range.max - range.min)) {
    node.fault('minValue lies below maxValue, and the step fits between them.');
  }
  const unit = type === 'quantity' ? unitOf(node) : undefined;
  const first = node.list('initial')[0];
  const initial = first?.number('valueInteger') ?? first?.number('valueDecimal');
  const shape = {
    options: [],
    range,
    ...(!isLine && { kind: 'number' as const }),
    ...(unit !== undefined && { unit }),
    ...(whole && { whole }),
    ...(initial !== undefined && !isLine && { initial }),
  };
  return { shape, mayCount: bounded };
}

function boundOf(node: Node, url: string): number | undefined {
  const found = node.extension(url);
  return found?.number('valueInteger') ?? found?.number('valueDecimal');
}

/** The words at the ends of a line are display items below it. */
function labels(node: Node) {
  const end = (which: 'lower' | 'upper') =>
    node.has('item')
      ? (node
          .list('item')
          .find((each) => endOf(each) === which)
          ?.string('text')
          ?.slice(0, 200) ?? '')
      : '';
  return { minLabel: end('lower'), maxLabel: end('upper') };
}

function unitOf(node: Node): string | undefined {
  const options = node.extensions(urls.unitOption);
  if (options.length > 1) node.fault('One unit is supported, not a choice of units.', '/extension');
  const coding = (node.extension(urls.unit) ?? options[0])?.child('valueCoding');
  const initial = node.list('initial')[0]?.child('valueQuantity');
  return (coding?.string('display') ?? coding?.string('code') ?? initial?.string('unit'))?.slice(0, 50);
}
