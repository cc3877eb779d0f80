import type { Mismatch } from '../mismatch.ts';

/** `transaction`: all of it or nothing. `batch` and `collection`: each entry for itself. */
export type BundleType = 'transaction' | 'batch' | 'collection';

export interface BundleEntry {
  readonly kind: 'Questionnaire' | 'QuestionnaireResponse';
  readonly resource: Readonly<Record<string, unknown>>;
}

/** An entry that can be looked at, or why not. */
export type ReadEntry = BundleEntry | { readonly kind: null; readonly faults: readonly Mismatch[] };

export interface ReadBundle {
  readonly type: BundleType;
  readonly entries: readonly ReadEntry[];
}

export const mostEntries = 100;
const types: ReadonlySet<unknown> = new Set<BundleType>(['transaction', 'batch', 'collection']);
const kinds: ReadonlySet<unknown> = new Set<BundleEntry['kind']>(['Questionnaire', 'QuestionnaireResponse']);

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A FHIR R4 Bundle of Questionnaires and QuestionnaireResponses, or every reason why it is none. */
export function readBundle(bundle: Json): ReadBundle | { readonly faults: readonly Mismatch[] } {
  const { resourceType, type, entry, modifierExtension } = bundle;
  const list = Array.isArray(entry) ? (entry as unknown[]) : [];
  const faults = [
    ...(resourceType === 'Bundle'
      ? []
      : [{ pointer: '/resourceType', detail: 'This is not a FHIR Bundle.' }]),
    ...(types.has(type)
      ? []
      : [{ pointer: '/type', detail: `A Bundle is taken as ${[...types].join(', ')}.` }]),
    ...(modifierExtension === undefined
      ? []
      : [
          {
            pointer: '/modifierExtension',
            detail: 'A modifierExtension changes the meaning, and none is known here.',
          },
        ]),
    ...(list.length > 0 && list.length <= mostEntries
      ? []
      : [{ pointer: '/entry', detail: `A Bundle has one to ${mostEntries} entries.` }]),
  ];
  return faults.length > 0 ? { faults } : { type: type as BundleType, entries: list.map(readEntry) };
}

function readEntry(entry: unknown): ReadEntry {
  if (!isObject(entry)) return not('', 'An entry is an object.');
  const { resource, request, modifierExtension } = entry;
  if (modifierExtension !== undefined) {
    return not('/modifierExtension', 'A modifierExtension changes the meaning, and none is known here.');
  }
  if (request !== undefined) {
    const { method, ifNoneExist } = isObject(request) ? request : {};
    if (method !== 'POST') {
      return not('/request/method', 'Only POST is supported: nothing is replaced or removed.');
    }
    // What was there before is found out by url and version, or by id.
    if (ifNoneExist !== undefined) return not('/request/ifNoneExist', 'Conditions are not supported.');
  }
  if (!isObject(resource) || !kinds.has(resource['resourceType'])) {
    return not('/resource', `An entry is one of ${[...kinds].join(', ')}.`);
  }
  return { kind: resource['resourceType'] as BundleEntry['kind'], resource };
}

const not = (pointer: string, detail: string): ReadEntry => ({ kind: null, faults: [{ pointer, detail }] });
