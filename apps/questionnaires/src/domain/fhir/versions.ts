import type { Mismatch } from '../mismatch.ts';
import type { Node } from './node.ts';

const say = (pointer: string, version: string): Mismatch => ({
  pointer,
  detail: `This is FHIR ${version}: only R4 (4.0) is supported.`,
});

/** By what it says of itself or by its shape: fields that another version has and R4 has not. */
export function otherVersion(root: Node): Mismatch | undefined {
  const said = root.value['fhirVersion'];
  if (said !== undefined && !String(said).startsWith('4.0')) return say('/fhirVersion', 'of another version');
  if (root.has('group')) return say('/group', 'DSTU2');
  for (const key of ['versionAlgorithmString', 'versionAlgorithmCoding', 'copyrightLabel']) {
    if (root.has(key)) return say(`/${key}`, 'R5');
  }
  const open = root.has('item') ? root.list('item') : [];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { type } = item.value;
    if (item.has('option') || item.has('options')) return say(`${item.pointer}/option`, 'STU3');
    if (type === 'coding' || type === 'question') return say(`${item.pointer}/type`, 'R5');
    for (const key of ['answerConstraint', 'disabledDisplay']) {
      if (item.has(key)) return say(`${item.pointer}/${key}`, 'R5');
    }
    const old = item.has('enableWhen')
      ? item.list('enableWhen').find((each) => each.has('hasAnswer'))
      : undefined;
    if (old) return say(`${old.pointer}/hasAnswer`, 'STU3');
    if (item.has('item')) open.push(...item.list('item'));
  }
  return undefined;
}
