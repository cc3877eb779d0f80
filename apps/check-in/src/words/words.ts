import type { Trouble } from '../api.ts';
import { en } from './en.ts';

/** What the form itself says, in one language. The questions come with the instrument. */
export interface Words {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** Some of its letters, where a page brings them along for those who have none. */
  readonly letters?: string;
  readonly languageLabel: string;
  readonly opening: string;
  readonly start: (questions: number) => string;
  readonly goOn: string;
  readonly back: string;
  readonly next: string;
  readonly skip: string;
  readonly send: string;
  readonly sending: string;
  readonly again: string;
  readonly questions: (count: number) => string;
  readonly question: (number: number, of: number) => string;
  readonly progress: string;
  readonly notMeasure: string;
  /** The questions are in another language than all the rest. */
  readonly onlyIn: (language: string) => string;
  readonly needsAnswer: string;
  readonly ownWords: string;
  readonly line: (from: string, to: string) => string;
  readonly notAnswered: string;
  readonly noAnswer: string;
  readonly missing: (count: number) => string;
  readonly needed: (count: number) => string;
  readonly refused: string;
  readonly saved: string;
  readonly kept: string;
  /** Before any answer: the provider's words follow. */
  readonly notWatched: string;
  readonly notAlone: string;
  /** After the provider's words, on a risk item. */
  readonly toldOnSend: string;
  /** After sending. */
  readonly told: string;
  readonly notTold: string;
  readonly waiting: readonly [title: string, text: string];
  readonly sent: readonly [title: string, text: string];
  readonly close: string;
  readonly result: string;
  readonly outOf: (value: string, most: string) => string;
  readonly aboutResult: string;
  readonly troubles: Readonly<Record<Trouble, readonly [title: string, text: string]>>;
}

/** Their names in themselves, as somebody looks for them. */
export const languages = { en: 'English', hi: 'हिन्दी', ar: 'العربية' } as const;
export type Language = keyof typeof languages;

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

/** The first of these that the form speaks. `hi-IN` finds `hi`. */
export function spoken(wishes: readonly (string | undefined)[]): Language | undefined {
  return wishes
    .map((wish) => wish?.split('-')[0]?.toLowerCase() ?? '')
    .find((wish): wish is Language => wish in languages);
}
