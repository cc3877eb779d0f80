import type { Texts } from '../instrument.ts';
import { urls } from './urls.ts';
import type { Json } from './write-scale.ts';

/** The translations of a primitive, as the extensions of its shadow: `_text` for `text`. */
export function writeTranslations(key: string, texts: Texts | undefined): Json {
  const translated = Object.entries(texts ?? {});
  if (translated.length === 0) return {};
  const extension = translated.map(([language, text]) => ({
    url: urls.translation,
    extension: [
      { url: 'lang', valueCode: language },
      { url: 'content', valueString: text },
    ],
  }));
  return { [`_${key}`]: { extension } };
}
