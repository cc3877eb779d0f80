import type { Node } from './node.ts';
import { urls } from './urls.ts';

/** By what means a form is to show an item, where it says so. */
export const controlOf = (node: Node): string | undefined =>
  node.extension(urls.itemControl)?.child('valueCodeableConcept')?.list('coding')[0]?.string('code');

/** Which end of its slider a display item is about. */
export function endOf(node: Node): 'lower' | 'upper' | undefined {
  const control = controlOf(node);
  return control === 'lower' || control === 'upper' ? control : undefined;
}
