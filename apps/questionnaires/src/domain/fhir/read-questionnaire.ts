import { checkInstrument } from '../check-instrument.ts';
import type { Instrument, Item, Scale } from '../instrument.ts';
import type { Mismatch } from '../mismatch.ts';
import { asksAboutHarm } from './asks-about-harm.ts';
import { readContained } from './contained.ts';
import { Faults, Node } from './node.ts';
import { readGates } from './read-conditions.ts';
import { readExpressions } from './read-expressions.ts';
import { readItems, type ReadItem } from './read-items.ts';
import { boundsOf, readScales, type ReadScale } from './read-scales.ts';
import { readTitle } from './read-title.ts';
import { limits, survey } from './survey.ts';
import { urls } from './urls.ts';
import { otherVersion } from './versions.ts';

/** What the sender says beside the questionnaire. */
export interface Wishes {
  /** Count all items that have weights as one scale, where the questionnaire itself declares none. */
  readonly total?: boolean | undefined;
  /** Of scales that do not say it themselves; lower is better where nobody does, as with symptoms. */
  readonly higherIsBetter?: boolean | undefined;
}

export type ReadQuestionnaire =
  | { readonly reasons: readonly Mismatch[] }
  | {
      readonly reasons?: undefined;
      readonly instrument: Instrument;
      /** What was decided where the questionnaire leaves it open. */
      readonly notes: readonly Mismatch[];
      /** Where each scale that an expression computes was declared: its range is still to be found. */
      readonly computed: readonly { readonly code: string; readonly pointer: string }[];
    };

/** A FHIR R4 Questionnaire as an instrument, or every reason why it is not one: nothing of it is left out silently. */
export function readQuestionnaire(resource: unknown, wishes: Wishes = {}): ReadQuestionnaire {
  const found = survey(resource);
  if (found.length > 0) return { reasons: found };
  const faults = new Faults();
  const root = new Node(resource, '', faults);
  if (root.value['resourceType'] !== 'Questionnaire') {
    return { reasons: [{ pointer: '/resourceType', detail: 'This is not a FHIR Questionnaire.' }] };
  }
  const other = otherVersion(root);
  if (other) return { reasons: [other] };
  const notes = new Faults();
  const read = readItems(root, readContained(root));
  if (read.items.length === 0) root.fault('The questionnaire asks nothing.', '/item');
  if (faults.found.length > 0) return { reasons: unique(faults.found) };
  const gates = readGates(read.items);
  const scales = scalesOf(root, read, wishes, notes);
  const items = read.items.map((each) => finish(each, gates.get(each.item.linkId) ?? [], scales, notes));
  const title = readTitle(root, items, notes);
  const instrument: Instrument = { ...title, items, scales: scales.map(({ scale }) => scale) };
  if (faults.found.length > 0) return { reasons: unique(faults.found) };
  const unsound = checkInstrument(instrument);
  if (unsound.length > 0) {
    return {
      reasons: unsound.map(({ pointer, detail }) => ({ pointer: '', detail: `${pointer}: ${detail}` })),
    };
  }
  const computed = scales.flatMap(({ scale, node }) =>
    scale.expression ? { code: scale.code, pointer: node.pointer } : [],
  );
  return { instrument, notes: unique(notes.found), computed };
}

function scalesOf(
  root: Node,
  read: ReturnType<typeof readItems>,
  { total, higherIsBetter }: Wishes,
  notes: Faults,
): ReadScale[] {
  const declared = readScales(root, read.items);
  const scales = readExpressions(root, read, declared, higherIsBetter ?? false);
  const guessed = scales.filter(({ scale }) => !declared.some((each) => each.scale.code === scale.code));
  if (guessed.length > 0 && higherIsBetter === undefined) {
    notes.add(guessed[0]?.node.pointer ?? '', 'The direction is not said: lower is taken to be better.');
  }
  if (scales.length > 0) return scales;
  if (total !== true) {
    const risky = read.items.find(({ node }) => node.extension(urls.risk));
    risky?.node.fault('A risk is looked at when a response is scored: declare a scale beside it.');
    notes.add('', 'No scale is declared: it is asked and kept, and has no score.');
    return [];
  }
  return totalOf(root, read.items, higherIsBetter ?? false, notes);
}

/** Choices by their weights, numbers by themselves where their bounds are said. What is left out is noted. */
function totalOf(
  root: Node,
  items: readonly ReadItem[],
  higherIsBetter: boolean,
  notes: Faults,
): ReadScale[] {
  for (const { item, node, mayCount } of items) {
    if (item.options.length > 0 && item.several !== true && !mayCount) {
      node.fault('A total was asked for, and the options of this item have no weights.');
    }
  }
  const counted = items.filter(({ item, mayCount }) => mayCount && mayBeInTotal(item));
  for (const each of items) {
    if (each.item.kind !== undefined && each.item.kind !== 'number') continue;
    if (counted.includes(each)) {
      if (each.item.kind === 'number') notes.add(each.node.pointer, 'Counted in the total as it is given.');
      continue;
    }
    const boundless = each.item.kind === 'number' && mayBeInTotal(each.item);
    const why = boundless ? 'it has no minValue and maxValue' : 'its answers are no numbers of a score';
    notes.add(each.node.pointer, `Not counted in the total: ${why}.`);
  }
  if (counted.length < 2) root.fault('A total needs at least two items with weights.');
  const scale: Scale = {
    ...{ code: 'total', title: 'Total', items: counted.map(({ item }) => item.linkId), method: 'sum' },
    ...{ missing: { rule: 'none' }, bands: [], higherIsBetter, ...boundsOf(counted, 'sum') },
  };
  return [{ scale, node: root }];
}

/** Measures, yes or no, and boxes to tick are no numbers that add up, unless a scale says so. */
const mayBeInTotal = ({ kind, form, several }: ReadItem['item']): boolean =>
  (kind === undefined || kind === 'number') &&
  form.type !== 'boolean' &&
  form.type !== 'quantity' &&
  several !== true;

/** The item with its conditions, and with what it means for the scales. */
function finish(
  { item, node, mayCount }: ReadItem,
  enabled: NonNullable<Item['enabled']>,
  scales: readonly ReadScale[],
  notes: Faults,
): Item {
  const atLeast =
    node.extension(urls.risk)?.number('valueDecimal') ?? node.extension(urls.risk)?.number('valueInteger');
  if (atLeast !== undefined && !mayCount) node.fault('A risk needs an item whose answers have numbers.');
  if (atLeast === undefined && asksAboutHarm(node, item.text)) {
    const unheard = 'This item seems to ask about harm, and nobody is alerted by an answer to it';
    notes.add(node.pointer, `${unheard}: declare ${urls.risk} on it, and a scale on the questionnaire.`);
  }
  const reversed = node.extension(urls.reversed)?.boolean('valueBoolean') ?? false;
  const counting = scales.filter(({ scale }) => scale.items.includes(item.linkId));
  if (reversed && counting.length > 0 && counting.every(({ scale }) => scale.expression)) {
    node.fault('An expression counts answers as they are given: reverse this item in the expression.');
  }
  const inScale = counting.length > 0;
  const counts = inScale || atLeast !== undefined;
  const { initial, ...shape } = item;
  const given = node.has('initial') || node.list('answerOption').some((each) => each.has('initialSelected'));
  if (given && (counts || initial === undefined)) {
    notes.add(`${node.pointer}/initial`, 'Left empty: only fields that do not count are filled in before.');
  }
  if (inScale && enabled.length > 0) {
    notes.add(`${node.pointer}/enableWhen`, 'Where this item is not asked it is missing from its scale.');
  }
  return {
    ...shape,
    reversed,
    ...(!counts && { counts: false }),
    ...(!counts && initial !== undefined && { initial }),
    ...(atLeast !== undefined && { risk: { atLeast } }),
    ...(enabled.length > 0 && { enabled }),
  };
}

/** A place that is read twice is wrong once. */
function unique(mismatches: readonly Mismatch[]): Mismatch[] {
  const byText = new Map(mismatches.map((each) => [`${each.pointer} ${each.detail}`, each]));
  return [...byText.values()].slice(0, limits.options);
}
