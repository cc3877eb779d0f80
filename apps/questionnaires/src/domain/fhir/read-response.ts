import type { ItemForm } from '@attune/clinical';
import { v5 as idFrom } from 'uuid';
import type { Answer } from '../answer.ts';
import { checkAnswers } from '../check-answers.ts';
import type { HistoricalResponse } from '../check-import.ts';
import type { Instrument, Item } from '../instrument.ts';
import type { Mismatch } from '../mismatch.ts';
import { formOfItem } from './form-of-item.ts';
import { Faults, Node } from './node.ts';
import { readGiven } from './read-given.ts';
import { survey } from './survey.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Of ids that are made from what was sent, so that sending it again is the same response. */
const namespace = 'a6f4c1f2-5f0e-5c59-9b3c-0d8d2b1f7a10';
const done = new Set(['completed', 'amended']);

/** What a QuestionnaireResponse says of itself, before its questionnaire is known. */
export interface ReadHead extends Omit<HistoricalResponse, 'answers' | 'instrument'> {
  readonly questionnaire: { readonly url: string; readonly version: string | undefined };
  readonly root: Node;
}

export function readHead(resource: unknown): ReadHead | { readonly mismatches: readonly Mismatch[] } {
  const found = survey(resource);
  if (found.length > 0) return { mismatches: found };
  const faults = new Faults();
  const root = new Node(resource, '', faults);
  if (root.value['resourceType'] !== 'QuestionnaireResponse') {
    return {
      mismatches: [{ pointer: '/resourceType', detail: 'This is not a FHIR QuestionnaireResponse.' }],
    };
  }
  const [url = '', version] = (root.string('questionnaire') ?? '').split('|');
  if (url === '') root.fault('Name the questionnaire by its url, as url|version.', '/questionnaire');
  if (!done.has(root.string('status') ?? '')) root.fault('Only completed responses are taken.', '/status');
  const clientId = clientOf(root);
  const authored = root.string('authored') ?? '';
  if (!isInstant(authored)) root.fault('Say when it was answered, as an instant with its zone.', '/authored');
  if (faults.found.length > 0) return { mismatches: faults.found };
  const id = root.string('id') ?? '';
  return {
    responseId: uuid.test(id)
      ? id.toLowerCase()
      : idFrom([url, version, clientId, authored, id].join('\n'), namespace),
    clientId: clientId.toLowerCase(),
    answeredAt: new Date(authored).toISOString(),
    questionnaire: { url, version },
    root,
  };
}

/** A client of this provider: another kind of subject, or a patient on another server, is somebody else. */
function clientOf(root: Node): string {
  const subject = root.child('subject');
  const [kind, id = '', ...rest] = (subject?.string('reference') ?? '').split('/');
  const type = subject?.string('type') ?? 'Patient';
  if (kind === 'Patient' && type === 'Patient' && uuid.test(id) && rest.length === 0) return id;
  root.fault('Name the client as Patient/<id>.', '/subject/reference');
  return '';
}

const instant = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** A day that there is, a time of it and a zone: JavaScript itself would take 30 February for 2 March. */
function isInstant(text: string): boolean {
  const day = Date.parse(`${instant.exec(text)?.[1] ?? ''}T00:00:00Z`);
  return !Number.isNaN(day) && new Date(day).toISOString().slice(0, 10) === text.slice(0, 10);
}

/**
 * The answers of a response, held against the instrument. Each linkId must be one of the questionnaire's, in its place.
 * @param others linkIds of the questionnaire that are not asked here: scores and hidden items, whose values are left out
 */
export function readAnswers(
  { root }: Pick<ReadHead, 'root'>,
  instrument: Instrument,
  others: ReadonlySet<string>,
):
  | { readonly mismatches: readonly Mismatch[] }
  | { readonly answers: readonly Answer[]; readonly mismatches?: undefined } {
  const forms = new Map(
    instrument.items.map((item): [string, [Item, ItemForm]] => {
      const form = formOfItem(instrument, item);
      return [form.linkId, [item, form]];
    }),
  );
  const groups = new Set([...forms.values()].flatMap(([, { within }]) => within));
  const given: Answer[] = [];
  const pointers: string[] = [];

  /** @param within undefined below what does not belong here: only what else is unknown is said there */
  const visit = (node: Node, within: readonly string[] | undefined): void => {
    const linkId = node.string('linkId') ?? '';
    const [item, form] = forms.get(linkId) ?? [];
    const isKnown = item !== undefined || groups.has(linkId) || others.has(linkId);
    const isHere = within !== undefined && (!form || form.within.join('\n') === within.join('\n'));
    const answers = node.list('answer');
    if (!isKnown) node.fault('The questionnaire has no such item.', '/linkId');
    else if (within && !isHere) node.fault('In the questionnaire this item stands elsewhere.', '/linkId');
    else if (isHere && answers.length > 0) {
      const isAsked = item !== undefined && item.kind !== 'display';
      if (item?.kind === 'display' || (!item && groups.has(linkId))) {
        node.fault('This item is not a question: it takes no answer.', '/answer');
      }
      if (isAsked && form) {
        given.push(readGiven(node, answers, item, form));
        pointers.push(node.pointer);
      }
    }
    const inner = isKnown && isHere ? [...within, linkId] : undefined;
    for (const each of [...node.list('item'), ...answers.flatMap((answer) => answer.list('item'))]) {
      visit(each, inner);
    }
  };

  for (const each of root.list('item')) visit(each, []);
  const faults = root.faults.found;
  if (faults.length > 0) return { mismatches: faults };
  const checked = checkAnswers(instrument, given, '/item');
  if (!checked.mismatches) return checked;
  return {
    mismatches: checked.mismatches.map((each) => ({ ...each, pointer: placeOf(each.pointer, pointers) })),
  };
}

/** Where in the resource that is which `checkAnswers` numbers. */
function placeOf(pointer: string, pointers: readonly string[]): string {
  const index = /^\/item\/(\d+)\/(linkId|value|values|text)$/.exec(pointer);
  if (!index) return pointer;
  return `${pointers[Number(index[1])] ?? ''}/${index[2] === 'linkId' ? 'linkId' : 'answer'}`;
}

/** Every linkId of a Questionnaire. */
export function linkIdsOf(resource: Readonly<Record<string, unknown>> | null): Set<string> {
  const found = new Set<string>();
  const open = [resource?.['item']];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const item of Array.isArray(next) ? (next as Readonly<Record<string, unknown>>[]) : []) {
      found.add(String(item['linkId']));
      if (item['item'] !== undefined) open.push(item['item']);
    }
  }
  return found;
}
