import type { Node } from './node.ts';

/** The item of the PHQ-9 about being better off dead, which many a questionnaire has in it. */
const loinc = new Set(['44260-8']);
const words =
  /suicid|self[- ]?harm|better off dead|(hurt|harm|kill)(ing)? (your|my)self|end(ing)? (your|my) (own )?life/i;

/** Whether an item asks about harm, by its code or its English words: a hint, for whoever imports it to decide. */
export const asksAboutHarm = (node: Node, text: string): boolean =>
  words.test(text) ||
  node
    .list('code')
    .some(({ value }) => value['system'] === 'http://loinc.org' && loinc.has(String(value['code'])));
