import type { FormOption, Instrument, Item } from '../../instrument/instrument.ts';

/** As much of FHIR's JSON as an expression can look at. */
export type Resource = Readonly<Record<string, unknown>>;

const ordinal = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';
const itemWeight = 'http://hl7.org/fhir/StructureDefinition/itemWeight';
const weights = (value: number) => [
  { url: ordinal, valueDecimal: value },
  { url: itemWeight, valueDecimal: value },
];

/** The Questionnaire of a key: linkIds, types, codes and weights, no words. */
export function questionnaireOf({ items }: Pick<Instrument, 'items'>): Resource {
  const tree = nested(items, ({ form }) => ({
    linkId: form.linkId,
    type: form.type,
    ...(form.options && form.type !== 'boolean' && { answerOption: form.options.map(answerOption) }),
  }));
  return { resourceType: 'Questionnaire', status: 'active', item: tree };
}

/** A QuestionnaireResponse with these answers; what was left open is not in it. */
export function responseOf(
  { items }: Pick<Instrument, 'items'>,
  values: ReadonlyMap<string, number>,
): Resource {
  const answered = items.filter(({ linkId }) => values.has(linkId));
  const tree = nested(answered, ({ form, linkId }) => ({
    linkId: form.linkId,
    answer: [answerOf(form, values.get(linkId) ?? 0)],
  }));
  return { resourceType: 'QuestionnaireResponse', status: 'completed', item: tree };
}

type Formed = Item & { readonly form: NonNullable<Item['form']> };
interface Branch {
  [key: string]: unknown;
  linkId: string;
  item?: Branch[];
  answer?: Branch[];
}

/** Puts items back into their groups. An item below a question stands in its answer, as FHIR has it. */
function nested(items: readonly Item[], toBranch: (item: Formed) => object): Branch[] {
  const roots: Branch[] = [];
  const branches = new Map<string, Branch>();
  for (const item of items) {
    const { form = { linkId: item.linkId, type: 'decimal', within: [] } } = item;
    let siblings = roots;
    for (const linkId of form.within) {
      let group = branches.get(linkId);
      if (!group) {
        group = { linkId, type: 'group' };
        branches.set(linkId, group);
        siblings.push(group);
      }
      const holder = group.answer?.[0] ?? group;
      holder.item ??= [];
      siblings = holder.item;
    }
    const branch = toBranch({ ...item, form }) as Branch;
    branches.set(form.linkId, branch);
    siblings.push(branch);
  }
  return roots;
}

function answerOption(option: FormOption) {
  const { code, system, type, value } = option;
  const extension = weights(value);
  if (type !== 'coding') return { extension, ...valueOf(option) };
  return { extension, valueCoding: { code, ...(system !== undefined && { system }), extension } };
}

function valueOf({ type, code }: FormOption) {
  if (type === 'integer') return { valueInteger: Number(code) };
  if (type === 'boolean') return { valueBoolean: code === 'true' };
  if (type === 'date') return { valueDate: code };
  return type === 'time' ? { valueTime: code } : { valueString: code };
}

function answerOf({ type, options }: Formed['form'], value: number) {
  const option = options?.find((each) => each.value === value);
  if (option?.type === 'coding') {
    const { code, system } = option;
    return { valueCoding: { code, ...(system !== undefined && { system }), extension: weights(value) } };
  }
  if (option) return valueOf(option);
  if (type === 'integer') return { valueInteger: value };
  return type === 'quantity' ? { valueQuantity: { value } } : { valueDecimal: value };
}
