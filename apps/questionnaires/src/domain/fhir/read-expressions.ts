import type { ScoreExpression } from '@attune/clinical';
import type { Scale } from '../instrument.ts';
import type { Node } from './node.ts';
import type { ReadItem, ReadItems } from './read-items.ts';
import { Parts, type ReadScale } from './read-scales.ts';
import { limits } from './survey.ts';
import { urls } from './urls.ts';

interface Variable {
  readonly name: string;
  readonly text: string;
}

/**
 * The scales that items with a `calculatedExpression` stand for. Attune's scale extension says the rest of them by
 * `calculated-by`; the order of declared ones stays.
 */
export function readExpressions(
  root: Node,
  { items, calculated, silent }: ReadItems,
  declared: readonly ReadScale[],
  higherIsBetter: boolean,
): ReadScale[] {
  const byLinkId = new Map(calculated.map((each) => [each.node.string('linkId') ?? '', each]));
  const claimed = new Set<string>();
  const scales = declared.map((each) => {
    const linkId = new Parts(each.node).text('calculated-by');
    if (linkId === undefined) return each;
    const found = byLinkId.get(linkId);
    if (!found) {
      each.node.fault('calculated-by names an item with a calculatedExpression.');
      return each;
    }
    if (each.scale.missing.rule !== 'none' && each.scale.missing.rule !== 'refuse') {
      each.node.fault('An expression does not see what is missing: use none or refuse.');
    }
    claimed.add(linkId);
    const counted = readExpression(root, found, { items, calculated, silent });
    return { node: found.node, scale: { ...each.scale, ...counted, min: 0, max: 0 } };
  });
  const rest = calculated.filter(({ node }) => !claimed.has(node.string('linkId') ?? ''));
  if (scales.length + rest.length > limits.scales) root.fault(`More than ${limits.scales} scales.`, '/item');
  const taken = new Set(scales.map(({ scale }) => scale.code));
  for (const each of rest.slice(0, limits.scales)) {
    const title = each.node.string('text') ?? each.node.string('linkId') ?? '';
    const scale: Scale = {
      ...{ code: codeFor(rest.length === 1 ? 'total' : title, taken), title: title.slice(0, 200) },
      ...{ method: 'sum', missing: { rule: 'none' }, min: 0, max: 0, bands: [], higherIsBetter },
      ...readExpression(root, each, { items, calculated, silent }),
    };
    scales.push({ node: each.node, scale });
  }
  return scales;
}

function readExpression(
  root: Node,
  { node, around }: ReadItems['calculated'][number],
  { items, calculated, silent }: ReadItems,
): Required<Pick<Scale, 'expression' | 'items'>> {
  if (!['integer', 'decimal', 'quantity'].includes(node.string('type') ?? '')) {
    node.fault('Only numbers are computed: this item has another type.', '/type');
  }
  const text = node.extension(urls.calculated)?.child('valueExpression')?.string('expression') ?? '';
  if (text === '') node.fault('The calculatedExpression has no expression.');
  const variables = usedBy(text, [root, ...around].flatMap(variablesOf));
  const expression: ScoreExpression = { text, variables };
  if ([text, ...variables.map((each) => each.text)].some((each) => each.length > limits.expression)) {
    node.fault(`An expression of more than ${limits.expression} characters.`);
    return { expression, items: [] };
  }
  return { expression, items: itemsOf(node, expression, items, calculated, silent) };
}

const variablesOf = (node: Node): Variable[] =>
  node
    .extensions(urls.variable)
    .slice(0, limits.variables)
    .flatMap((each) => {
      const found = each.child('valueExpression');
      const [name, text] = [found?.string('name'), found?.string('expression')];
      if (name !== undefined && /^[A-Za-z_]\w{0,63}$/.test(name) && text !== undefined) return { name, text };
      each.fault('A variable needs a name and an expression.');
      return [];
    });

/** Those that an expression uses, directly or through another one, in their order. */
function usedBy(text: string, variables: readonly Variable[]): Variable[] {
  const wanted = new Set<string>();
  const want = (expression: string) => {
    for (const [, name = ''] of expression.matchAll(/%`?([A-Za-z_]\w*)/g)) wanted.add(name);
  };
  want(text.slice(0, limits.expression));
  return variables
    .toReversed()
    .filter((each) => {
      if (wanted.has(each.name)) want(each.text.slice(0, limits.expression));
      return wanted.has(each.name);
    })
    .toReversed();
}

/** The items that an expression names by their linkIds; where it names none, all that have numbers. */
function itemsOf(
  node: Node,
  { text, variables }: ScoreExpression,
  items: readonly ReadItem[],
  calculated: ReadItems['calculated'],
  silent: ReadonlySet<string>,
): string[] {
  // An item that is left out by its name is not one that is counted.
  const all = [text, ...variables.map((each) => each.text)]
    .join('\n')
    .replaceAll(/linkId\s*!=\s*'[^']*'/g, '');
  const byWeight = /\b(weight|ordinal)\(/.test(all);
  const quoted = new Set(
    [...all.matchAll(/'([^'\n]{1,255})'|"([^"\n]{1,255})"/g)].map((each) => each[1] ?? each[2]),
  );
  const others = new Set(calculated.map((each) => each.node.string('linkId')));
  others.delete(node.string('linkId'));
  if (
    [...quoted].some(
      (linkId) => others.has(linkId) || (silent.has(linkId ?? '') && linkId !== node.string('linkId')),
    )
  ) {
    node.fault('The expression uses another item that is computed or not asked: write it out.');
  }
  const named = items.filter(({ item }) => quoted.has(item.form.linkId) && item.kind !== 'display');
  for (const { item, mayCount } of named) {
    if (mayCount) continue;
    node.fault(
      `The expression counts item ${item.linkId}, which has no numbers: give its options weights, or minValue and maxValue.`,
    );
  }
  const boundless = items.find(({ item, mayCount }) => item.kind === 'number' && !mayCount);
  if (named.length === 0 && !byWeight && boundless) {
    node.fault(`The expression may count item ${boundless.item.linkId}: give it minValue and maxValue.`);
  }
  const anyItem = ({ item, mayCount }: ReadItem) =>
    mayCount && (!byWeight || (item.options.length > 0 && item.form.type !== 'boolean'));
  const found = named.length > 0 ? named : items.filter(anyItem);
  if (found.length < 2) node.fault('A score of fewer than two items would be the answer itself.');
  if (
    found.some(({ item }) =>
      item.form.options?.some(
        ({ type, code }) => type === 'string' || type === 'display' || code.length > 64,
      ),
    )
  ) {
    node.fault('Expressions over options without codes of at most 64 characters are not supported.');
  }
  return found.map(({ item }) => item.linkId);
}

function codeFor(title: string, taken: Set<string>): string {
  const plain =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 56)
      .replace(/^-|-$/g, '') || 'score';
  let code = plain;
  for (let number = 2; taken.has(code); number += 1) code = `${plain}-${number}`;
  taken.add(code);
  return code;
}
