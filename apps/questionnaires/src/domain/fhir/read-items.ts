import type { ItemForm } from '@attune/clinical';
import type { Item, Texts } from '../instrument.ts';
import type { Contained } from './contained.ts';
import type { Node } from './node.ts';
import { endOf } from './control.ts';
import { readAnswer } from './read-answer.ts';
import { limits } from './survey.ts';
import { translationsOf } from './translations.ts';
import { urls } from './urls.ts';

/** An item that is asked, with the conditions of its groups still as they were sent. */
export interface ReadItem {
  readonly item: Item & { readonly form: ItemForm };
  readonly node: Node;
  /** Of the item and of the groups around it. */
  readonly conditional: readonly Node[];
  /** Whether its answers have numbers that a scale could count. */
  readonly mayCount: boolean;
}

export interface ReadItems {
  readonly items: readonly ReadItem[];
  /** Items that are computed: a scale each. With the groups around, the outermost first. */
  readonly calculated: readonly { readonly node: Node; readonly around: readonly Node[] }[];
  /** linkIds of what is in the questionnaire and not asked. */
  readonly silent: ReadonlySet<string>;
}

interface Place {
  readonly around: readonly Node[];
  readonly headings: readonly string[];
}

const short = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** All items in their order, groups dissolved: what a group says stands above its items. */
export function readItems(root: Node, contained: Contained): ReadItems {
  const items: ReadItem[] = [];
  const calculated: { node: Node; around: readonly Node[] }[] = [];
  const silent = new Set<string>();
  const seen = new Set<string>();
  const taken = new Set<string>();

  const visit = (node: Node, place: Place): void => {
    if (items.length > limits.items) return;
    const linkId = node.string('linkId') ?? '';
    if (linkId === '' || linkId.length > limits.linkId) {
      node.fault(`An item needs a linkId of at most ${limits.linkId} characters.`, '/linkId');
    } else if (seen.has(linkId)) node.fault('This linkId is used twice.', '/linkId');
    seen.add(linkId);
    const type = node.string('type');
    const inner = { around: [...place.around, node], headings: place.headings };
    if (type === 'group') {
      if (node.boolean('repeats') === true) node.fault('Groups that repeat are not supported.', '/repeats');
      if (isSilent(node)) return void silenceAll(node, silent);
      const text = textOf(node)?.trim();
      const headings = text ? [...place.headings, text] : place.headings;
      for (const each of node.list('item')) visit(each, { ...inner, headings });
      return;
    }
    if (node.extension(urls.calculated)) {
      calculated.push({ node, around: inner.around });
      silenceAll(node, silent);
      return;
    }
    if (isSilent(node)) return void silenceAll(node, silent);
    const read = readItem(node, place, contained, idFor(linkId, taken));
    if (read) items.push(read);
    for (const each of node.list('item')) {
      if (endOf(each) === undefined) visit(each, inner);
      else silenceAll(each, silent);
    }
  };

  for (const each of root.list('item')) visit(each, { around: [], headings: [] });
  if (items.length > limits.items) {
    root.fault(`More than ${limits.items} items.`, '/item');
  }
  return { items, calculated, silent };
}

function readItem(
  node: Node,
  { around, headings }: Place,
  contained: Contained,
  linkId: string,
): ReadItem | undefined {
  const type = node.string('type') ?? '';
  const text = textOf(node)?.trim() ?? '';
  if (text === '' || text.length > limits.text) {
    node.fault(text === '' ? 'An item needs a text.' : `More than ${limits.text} characters.`, '/text');
  }
  const answer = readAnswer(node, type, contained);
  if (!answer) return undefined;
  const texts: Texts | undefined = translationsOf(node, 'text');
  const form: ItemForm = {
    linkId: node.string('linkId') ?? '',
    type,
    within: around.map((each) => each.string('linkId') ?? ''),
    ...(answer.form && { options: answer.form }),
  };
  const heading = headings.join(' — ').slice(0, limits.text);
  const item = {
    ...{ linkId, text: text.slice(0, limits.text), reversed: false },
    ...answer.shape,
    ...(heading !== '' && { heading }),
    ...(texts && { texts }),
    ...(node.boolean('required') === true && type !== 'display' && { required: true }),
    form,
  };
  const conditional = [...around, node].filter((each) => each.has('enableWhen'));
  return { item, node, conditional, mayCount: answer.mayCount };
}

const textOf = (node: Node) => node.string('text') ?? node.list('code')[0]?.string('display');

/** What nobody is to see or to change is not asked. */
const isSilent = (node: Node) =>
  node.extension(urls.hidden)?.boolean('valueBoolean') === true ||
  (node.boolean('readOnly') === true && node.value['type'] !== 'display');

function silenceAll(node: Node, silent: Set<string>): void {
  silent.add(node.string('linkId') ?? '');
  for (const each of node.list('item')) silenceAll(each, silent);
}

/** A linkId may be anything in FHIR; here it is a short name. */
function idFor(linkId: string, taken: Set<string>): string {
  const plain =
    linkId
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 56) || 'item';
  let id = short.test(linkId) ? linkId : plain;
  for (let number = 2; taken.has(id); number += 1) id = `${plain}-${number}`;
  taken.add(id);
  return id;
}
