import type { ItemForm } from '@attune/clinical';
import type { Answer } from '../answer.ts';
import type { Instrument, Item } from '../instrument.ts';
import type { KeptResponse } from '../response.ts';
import { formOfItem } from './form-of-item.ts';
import type { Json } from './write-scale.ts';

/** A response with its answers as a FHIR R4 QuestionnaireResponse. What was left open is not in it. */
export function writeResponse(
  response: KeptResponse,
  instrument: Instrument,
  answers: readonly Answer[],
): Json {
  const byLinkId = new Map(answers.map((answer) => [answer.linkId, answer]));
  return {
    resourceType: 'QuestionnaireResponse',
    id: response.responseId,
    questionnaire: `${instrument.url}|${instrument.version}`,
    status: response.voided ? 'entered-in-error' : 'completed',
    subject: { reference: `Patient/${response.clientId}` },
    authored: response.answeredAt,
    item: nested(instrument, byLinkId),
  };
}

interface Branch extends Json {
  linkId: string;
  item?: Branch[];
  answer?: Branch[];
}

/** Answers in their groups; those below a question stand in its answer, as FHIR has it. */
function nested(instrument: Instrument, answers: ReadonlyMap<string, Answer>): Branch[] {
  const roots: Branch[] = [];
  const branches = new Map<string, Branch>();
  for (const item of instrument.items) {
    const answer = answers.get(item.linkId);
    const form = formOfItem(instrument, item);
    const given = answer ? answersOf(item, form, answer) : [];
    if (given.length === 0) continue;
    let siblings = roots;
    for (const linkId of form.within) {
      let group = branches.get(linkId);
      if (!group) {
        group = { linkId };
        branches.set(linkId, group);
        siblings.push(group);
      }
      const holder = group.answer?.[0] ?? group;
      holder.item ??= [];
      siblings = holder.item;
    }
    const branch = { linkId: form.linkId, text: item.text, answer: given as Branch[] };
    branches.set(form.linkId, branch);
    siblings.push(branch);
  }
  return roots;
}

const textKeys: Readonly<Record<string, string>> = {
  date: 'valueDate',
  dateTime: 'valueDateTime',
  time: 'valueTime',
  url: 'valueUri',
};

function answersOf(item: Item, form: ItemForm, { value, values = [], text }: Answer): Json[] {
  const numbers = [...(value === null ? [] : [value]), ...values];
  return [
    ...numbers.map((each) => numberOf(item, form, each)),
    ...(text === undefined ? [] : [{ [textKeys[form.type] ?? 'valueString']: text }]),
  ];
}

function numberOf(item: Item, { type, options }: ItemForm, value: number): Json {
  const option = options?.find((each) => each.value === value);
  if (option) {
    const { code, system } = option;
    const display = item.options.find((each) => each.value === value)?.label;
    if (option.type === 'coding' || option.type === 'display') {
      return {
        valueCoding: {
          ...(system !== undefined && { system }),
          ...(option.type === 'coding' && { code }),
          display,
        },
      };
    }
    if (option.type === 'boolean') return { valueBoolean: code === 'true' };
    if (option.type === 'integer') return { valueInteger: Number(code) };
    return { [textKeys[option.type] ?? 'valueString']: code };
  }
  if (type === 'quantity')
    return { valueQuantity: { value, ...(item.unit !== undefined && { unit: item.unit }) } };
  return type === 'integer' ? { valueInteger: value } : { valueDecimal: value };
}
