import { en } from './en.ts';
import type { Language } from './languages.ts';
import type { Words } from './words.ts';

const others: Record<Exclude<Language, 'en'>, () => Promise<Words>> = {
  hi: async () => (await import('./hi.ts')).hi,
  ar: async () => (await import('./ar.ts')).ar,
};

/** English where the language cannot be had right now. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === 'en') return en;
  const words = await others[language]().catch(() => en);
  if (words.letters !== undefined) await lettersFor(words.letters);
  return words;
}

const patienceMs = 2_500;

/** Words that are shown before their letters are there may stay boxes. */
async function lettersFor(sample: string): Promise<void> {
  const loads = [400, 700].map((weight) => document.fonts.load(`${weight} 1em 'Form Devanagari'`, sample));
  const late = new Promise((done) => setTimeout(done, patienceMs));
  await Promise.race([Promise.all(loads).catch(() => undefined), late]);
}
