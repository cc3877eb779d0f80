import type { Texts } from '../instrument.ts';
import { limits } from './survey.ts';
import { urls } from './urls.ts';
import type { Node } from './node.ts';

const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The translations of a primitive: the extensions of its shadow, `_text` for `text`. */
export function translationsOf(node: Node, key: string): Texts | undefined {
  const found = (node.child(`_${key}`)?.extensions(urls.translation) ?? []).flatMap((each) => {
    const parts = each.list('extension');
    const part = (name: string) => parts.find(({ value }) => value['url'] === name);
    const lang = part('lang')?.string('valueCode');
    const content = part('content');
    const text = content?.string('valueString') ?? content?.string('valueMarkdown');
    if (lang === undefined || text === undefined) return [];
    if (tag.test(lang) && text.trim() !== '' && text.length <= limits.text)
      return [[lang, text.trim()] as const];
    each.fault('A translation needs a language tag and a text.');
    return [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}
