import type { FormOption } from '@attune/clinical';
import type { Option, Texts } from '../instrument.ts';
import { weightAt, type Contained } from './contained.ts';
import type { Node } from './node.ts';
import { limits } from './survey.ts';
import { translationsOf } from './translations.ts';

export interface ReadOptions {
  readonly options: readonly Option[];
  readonly form: readonly FormOption[];
  /** Whether at least two options say what they count. */
  readonly weighted: boolean;
}

/** One more than is allowed is enough to see that there are too many. */
const enough = limits.options + 1;

interface RawOption {
  readonly type: FormOption['type'];
  readonly code: string;
  readonly system?: string | undefined;
  readonly label: string;
  readonly labels?: Texts | undefined;
  readonly weight?: number | undefined;
}

/** The answers that an item offers: its own options, or those of a value set that the questionnaire contains. */
export function readOptions(item: Node, contained: Contained): ReadOptions {
  const raw = item.has('answerValueSet') ? fromValueSet(item, contained) : fromOptions(item, contained);
  if (raw.length > limits.options) item.fault(`More than ${limits.options} options.`);
  else if (raw.length < 2 && item.faults.found.length === 0) {
    item.fault('At least two options are needed, listed here or in a contained ValueSet.');
  }
  const weights = raw.map(({ weight }) => weight);
  const known = weights.filter((weight) => weight !== undefined);
  const identifies = known.length === raw.length && new Set(known).size === raw.length;
  const valueOf = (index: number) => (identifies ? (weights[index] as number) : index + 1);
  const form = raw.map(({ type, code, system, weight }, index) => ({
    ...{ value: valueOf(index), type, code },
    ...(system !== undefined && { system }),
    ...(weight !== undefined && { weight }),
  }));
  const options = raw.map(({ label, labels, weight }, index) => ({
    ...{ value: valueOf(index), label },
    ...(labels && { labels }),
    ...(known.length > 0 && !identifies && { weight: weight ?? null }),
  }));
  return { options, form, weighted: new Set(known).size > 1 };
}

function fromOptions(item: Node, contained: Contained): RawOption[] {
  return item.list('answerOption', enough).flatMap((option) => {
    const key = option.typed('value');
    const weight = weightAt(option);
    if (key === 'valueCoding') {
      const coding = option.child('valueCoding') as Node;
      return fromConcept(coding, contained, coding.string('system'), weight);
    }
    if (key === 'valueString' || key === 'valueDate' || key === 'valueTime') {
      const label = labelAt(option, option.string(key));
      const type = key.slice('value'.length).toLowerCase() as FormOption['type'];
      return { type, code: label, label, labels: translationsOf(option, key), weight };
    }
    if (key === 'valueInteger') {
      const value = option.number('valueInteger') ?? 0;
      return { type: 'integer' as const, code: String(value), label: String(value), weight: weight ?? value };
    }
    option.fault('An option is a coding, a string, an integer, a date or a time.');
    return [];
  });
}

function fromConcept(
  concept: Node,
  contained: Contained,
  system: string | undefined,
  given?: number,
): RawOption[] {
  const code = concept.string('code');
  const label = labelAt(concept, concept.string('display') ?? code);
  const weight = given ?? weightAt(concept) ?? contained.weightOf(system, code);
  if (code !== undefined && code.length > limits.label) concept.fault('The code is too long.', '/code');
  // A coding without a code is known by its words.
  return [
    {
      type: code === undefined ? 'display' : 'coding',
      code: code ?? label,
      system,
      label,
      labels: translationsOf(concept, 'display'),
      weight,
    },
  ];
}

function labelAt(node: Node, label: string | undefined): string {
  const text = label?.trim() ?? '';
  if (text === '' || text.length > limits.label) {
    node.fault(`An option needs words, at most ${limits.label} characters.`);
  }
  return text.slice(0, limits.label);
}

function fromValueSet(item: Node, contained: Contained): RawOption[] {
  const reference = item.string('answerValueSet') ?? '';
  if (!reference.startsWith('#')) {
    item.fault('Only a contained ValueSet is supported: put it into the questionnaire.', '/answerValueSet');
    return [];
  }
  const set = contained.valueSet(reference.slice(1));
  if (!set) {
    item.fault('The questionnaire does not contain this ValueSet.', '/answerValueSet');
    return [];
  }
  const expanded = conceptsOf(set.child('expansion'));
  if (expanded.length > 0) {
    return expanded.flatMap((concept) => fromConcept(concept, contained, concept.string('system')));
  }
  const compose = set.child('compose');
  if (compose?.has('exclude'))
    compose.fault('ValueSets that exclude concepts are not supported.', '/exclude');
  return (compose?.list('include', enough) ?? []).flatMap((include) => {
    if (include.has('filter') || include.has('valueSet') || !include.has('concept')) {
      include.fault('A ValueSet must list its concepts: no terminology server is asked.');
      return [];
    }
    const system = include.string('system');
    return include.list('concept', enough).flatMap((concept) => fromConcept(concept, contained, system));
  });
}

/** The concepts of an expansion at every depth: one that is abstract, or has no code, is a heading over others. */
function conceptsOf(holder: Node | undefined): Node[] {
  return (holder?.list('contains') ?? []).flatMap((concept) => {
    const below = conceptsOf(concept);
    const isHeading = concept.boolean('abstract') === true || (below.length > 0 && !concept.has('code'));
    return isHeading ? below : [concept, ...below];
  });
}
