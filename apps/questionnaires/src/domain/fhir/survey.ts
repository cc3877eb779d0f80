import type { Mismatch } from '../mismatch.ts';
import { unsupportedExtension } from './urls.ts';

/** What is taken at most. A questionnaire that a person answers on a phone stays far below. */
export const limits = {
  depth: 60,
  nodes: 60_000,
  items: 200,
  options: 50,
  scales: 50,
  text: 2_000,
  label: 300,
  linkId: 255,
  expression: 4_000,
  variables: 100,
} as const;

const fhirpath = 'text/fhirpath';
const most = 50;

/**
 * Goes through all of a resource once, before anybody recurses into it: how deep and how large it is, and what in it
 * is known not to be supported. Uses no recursion itself.
 */
export function survey(resource: unknown): Mismatch[] {
  const faults: Mismatch[] = [];
  const open: { value: unknown; pointer: string; depth: number; key: string }[] = [
    { value: resource, pointer: '', depth: 0, key: '' },
  ];
  let nodes = 0;
  for (let next = open.pop(); next !== undefined && faults.length < most; next = open.pop()) {
    const { value, pointer, depth, key } = next;
    if (typeof value !== 'object' || value === null) continue;
    nodes += 1;
    if (depth > limits.depth) return [{ pointer: '', detail: `Nested deeper than ${limits.depth} levels.` }];
    if (nodes > limits.nodes) return [{ pointer: '', detail: `More than ${limits.nodes} elements.` }];
    faults.push(...declared(value as Record<string, unknown>, key, pointer));
    for (const [name, inner] of Object.entries(value).toReversed()) {
      const here = Array.isArray(value) ? key : name;
      const at = `${pointer}/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;
      open.push({ value: inner, pointer: at, depth: depth + 1, key: here });
    }
  }
  return faults;
}

function declared(value: Record<string, unknown>, key: string, pointer: string): Mismatch[] {
  if (Array.isArray(value)) return [];
  const { url, language, expression, modifierExtension, implicitRules } = value;
  // Whatever its shape: also one that is no list would change the meaning.
  if (
    modifierExtension !== undefined &&
    !(Array.isArray(modifierExtension) && modifierExtension.length === 0)
  ) {
    const detail = 'A modifierExtension changes the meaning, and none is known here.';
    return [{ pointer: `${pointer}/modifierExtension`, detail }];
  }
  if (implicitRules !== undefined) {
    const detail = 'implicitRules change how a resource is to be read, and none are known here.';
    return [{ pointer: `${pointer}/implicitRules`, detail }];
  }
  if (key === 'extension' && typeof url === 'string') {
    const detail = unsupportedExtension(url);
    return detail === undefined ? [] : [{ pointer, detail }];
  }
  if (key.endsWith('Expression') && (expression !== undefined || language !== undefined)) {
    if (language === fhirpath) return [];
    return [{ pointer: `${pointer}/language`, detail: refusalOf(String(language)) }];
  }
  return [];
}

function refusalOf(language: string): string {
  if (/cql/i.test(language)) return 'CQL is not supported: use FHIRPath (text/fhirpath).';
  if (/fhir-query/i.test(language)) return 'FHIR queries are not supported: nothing is read from records.';
  return 'Only text/fhirpath is supported.';
}
