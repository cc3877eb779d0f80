import { widest } from '../instrument.ts';
import type { Node } from './node.ts';
import { urls } from './urls.ts';

/** What a questionnaire brings along: the answers of its items, and what they count. */
export interface Contained {
  valueSet(id: string): Node | undefined;
  weightOf(system: string | undefined, code: string | undefined): number | undefined;
}

export function readContained(root: Node): Contained {
  const sets = new Map<string, Node>();
  const weights = new Map<string, number>();
  for (const resource of root.list('contained')) {
    const { resourceType, id, url } = resource.value;
    if (resourceType === 'ValueSet' && typeof id === 'string') sets.set(id.replace(/^#/, ''), resource);
    if (resourceType !== 'CodeSystem' || typeof url !== 'string') continue;
    const weigh = (concept: Node): void => {
      const weight = weightAt(concept);
      if (weight !== undefined) weights.set(`${url}|${concept.string('code') ?? ''}`, weight);
      concept.list('concept').forEach(weigh);
    };
    resource.list('concept').forEach(weigh);
  }
  return {
    valueSet: (id) => sets.get(id),
    weightOf: (system, code) => weights.get(`${system ?? ''}|${code ?? ''}`),
  };
}

/** The number that an option counts: `itemWeight`, as FHIR calls it now, or `ordinalValue`. */
export function weightAt(node: Node): number | undefined {
  const [newer, older] = [urls.itemWeight, urls.ordinalValue].map((url) => readWeight(node.extension(url)));
  if (newer !== undefined && older !== undefined && newer !== older)
    node.fault('Its itemWeight and its ordinalValue say different numbers.');
  return newer ?? older;
}

function readWeight(found: Node | undefined): number | undefined {
  const weight = found?.number('valueDecimal') ?? found?.number('valueInteger');
  if (Math.abs(weight ?? 0) > widest)
    found?.fault(`An option counts at most ${widest}, and at least -${widest}.`);
  return weight;
}
