import { useEffect, useState } from 'preact/hooks';
import { type Language, spoken } from './languages.ts';
import { loadWords } from './load-words.ts';
import type { Words } from './words.ts';

/**
 * The language of the form: the one chosen here, else the one that the client is known to prefer, else the browser's.
 * `words` is null until the first are there.
 */
export function useLanguage(chosenBefore: Language | undefined, preferred: string | undefined) {
  const [chosen, choose] = useState(chosenBefore);
  const [words, setWords] = useState<Words | null>(null);
  const language = chosen ?? spoken([preferred, ...navigator.languages]) ?? 'en';
  useEffect(() => {
    let current = true;
    void loadWords(language).then((found) => {
      if (!current) return;
      document.documentElement.lang = found.language;
      document.documentElement.dir = found.dir;
      setWords(found);
    });
    return () => {
      current = false;
    };
  }, [language]);
  return { language, words, choose };
}
