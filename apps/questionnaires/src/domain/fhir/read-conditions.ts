import type { Condition, Gate } from '@attune/clinical';
import type { Node } from './node.ts';
import type { ReadItem } from './read-items.ts';

const operators = new Set(['exists', '=', '!=', '>', '<', '>=', '<=']);
const ordered = new Set(['>', '<', '>=', '<=']);
const plain: Readonly<Record<string, readonly string[]>> = {
  answerDecimal: ['integer', 'decimal'],
  answerInteger: ['integer', 'decimal'],
  answerDate: ['date'],
  answerDateTime: ['dateTime'],
  answerTime: ['time'],
  answerString: ['string', 'text', 'url', 'choice', 'open-choice'],
  answerBoolean: ['boolean'],
  answerCoding: ['choice', 'open-choice'],
  answerQuantity: ['quantity'],
};

/** What must hold for each item to be asked, its own conditions and those of the groups around it. */
export function readGates(items: readonly ReadItem[]): ReadonlyMap<string, readonly Gate[]> {
  const byLinkId = new Map(items.map((each) => [each.item.form.linkId, each]));
  const known = new Map<Node, Gate>();
  const gateOf = (node: Node): Gate => {
    const before = known.get(node);
    if (before) return before;
    const given = node.list('enableWhen');
    const behaviour = node.string('enableBehavior');
    if (given.length > 1 && behaviour !== 'any' && behaviour !== 'all') {
      node.fault('Say "any" or "all" where there is more than one condition.', '/enableBehavior');
    }
    const conditions = given.flatMap((each) => readCondition(each, byLinkId) ?? []);
    const gate = { any: behaviour === 'any', conditions };
    known.set(node, gate);
    return gate;
  };
  const gates = new Map(items.map(({ item, conditional }) => [item.linkId, conditional.map(gateOf)]));
  refuseCircles(items, gates);
  return gates;
}

function readCondition(node: Node, byLinkId: ReadonlyMap<string, ReadItem>): Condition | undefined {
  const question = byLinkId.get(node.string('question') ?? '');
  const operator = node.string('operator') ?? '';
  if (!question || question.item.kind === 'display') {
    node.fault('It depends on an item that is not asked here.', '/question');
    return undefined;
  }
  if (!operators.has(operator)) {
    node.fault('There is no such operator.', '/operator');
    return undefined;
  }
  if (operator === 'exists') node.typed('answer');
  const answer = operator === 'exists' ? node.boolean('answerBoolean') : readAnswer(node, operator, question);
  if (answer === undefined) {
    if (operator === 'exists') node.fault('exists is compared with true or false.', '/answerBoolean');
    return undefined;
  }
  return { linkId: question.item.linkId, operator: operator as Condition['operator'], answer };
}

function readAnswer(node: Node, operator: string, { item }: ReadItem): number | string | undefined {
  const key = node.typed('answer') ?? '';
  const { options = [], type } = item.form;
  if (!plain[key]?.includes(type) && !(key === 'answerInteger' && options[0]?.type === 'integer')) {
    node.fault('This answer cannot be one to that item.', `/${key}`);
    return undefined;
  }
  if (options.length > 0) {
    const found = options.find(({ code, system }) => {
      if (key !== 'answerCoding') return code === String(node.value[key]);
      const coding = node.child(key);
      const same = coding?.string('system');
      return (coding?.string('code') ?? coding?.string('display')) === code && (same ?? system) === system;
    });
    // Words of one's own may be what is asked for.
    if (!found && item.other && key === 'answerString') return node.string(key);
    if (!found) node.fault('That item does not offer this answer.', `/${key}`);
    else if (ordered.has(operator) && !options.every(({ type: each }) => each === 'integer')) {
      node.fault('Codes have no order: use = or !=.', '/operator');
    }
    return found?.value;
  }
  if (key === 'answerQuantity') return node.child(key)?.number('value');
  return key === 'answerInteger' || key === 'answerDecimal' ? node.number(key) : node.string(key);
}

/** An item that is asked only where another is that is asked only where the first is would never be. */
function refuseCircles(items: readonly ReadItem[], gates: ReadonlyMap<string, readonly Gate[]>): void {
  const needs = (linkId: string) =>
    (gates.get(linkId) ?? []).flatMap(({ conditions }) => conditions.map((each) => each.linkId));
  const done = new Set<string>();
  const walk = (linkId: string, path: ReadonlySet<string>): boolean => {
    if (path.has(linkId)) return true;
    if (done.has(linkId)) return false;
    const circle = needs(linkId).some((next) => walk(next, new Set([...path, linkId])));
    done.add(linkId);
    return circle;
  };
  for (const { item, node } of items) {
    if (walk(item.linkId, new Set())) return node.fault('enableWhen goes round in a circle.', '/enableWhen');
  }
}
