import { i18n, type Messages } from '@lingui/core';

/** The languages that staff can read, each in its own name. */
export const languages = { en: 'English', hi: 'हिन्दी' } as const;
export type Language = keyof typeof languages;

const place = 'attune.language';
const isLanguage = (value: string | null | undefined): value is Language =>
  value !== null && value !== undefined && value in languages;

/** What was chosen on this device, else the first of the browser's languages that Attune speaks. */
export function languageOf(storage: Pick<Storage, 'getItem'>, preferred: readonly string[]): Language {
  const kept = storage.getItem(place);
  if (isLanguage(kept)) return kept;
  return preferred.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
}

/** Kept on the device; the page begins anew, so that nothing of the other language stays on it. */
export function choose(language: Language): void {
  localStorage.setItem(place, language);
  location.reload();
}

const others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Messages>>> = {
  hi: async () => {
    // Before the first word is drawn: without the font some would stay boxes.
    const [{ messages }] = await Promise.all([import('./texts/hi.po'), import('./devanagari.ts')]);
    return messages;
  },
};

/** Every text from then on is in this language. English comes with the app, another is loaded. */
export async function speak(language: Language, english: Messages): Promise<void> {
  const messages = language === 'en' ? english : await others[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}

/** For dates and numbers: English as in Britain, with the day before the month. */
export const region = (): string => (i18n.locale === 'hi' ? 'hi-IN' : 'en-GB');
