import type { Instrument, Texts } from './instrument.ts';

/** Those that the form has its own words in. */
export const formLanguages = ['en', 'hi', 'ar'] as const;

const baseOf = (language: string) => language.split('-')[0] ?? '';
const ownLanguage = ({ languages }: Pick<Instrument, 'languages'>) => languages?.[0] ?? 'en';

/** The instrument in a client's language where it was translated, otherwise in its own. `de-AT` finds `de`. */
export function inLanguage<Kept extends Instrument>(instrument: Kept, language: string): Kept {
  const of = (own: string, texts: Texts | undefined) => texts?.[language] ?? texts?.[baseOf(language)] ?? own;
  return {
    ...instrument,
    title: of(instrument.title, instrument.titles),
    intro: of(instrument.intro, instrument.intros),
    notice: of(instrument.notice, instrument.notices),
    items: instrument.items.map((item) => ({
      ...item,
      text: of(item.text, item.texts),
      options: item.options.map((option) => ({ ...option, label: of(option.label, option.labels) })),
    })),
  };
}

/** The language in which the questions are, for a client who prefers this one. */
export function wordingIn(instrument: Instrument, language: string): string {
  const translated = [language, baseOf(language)].find((each) =>
    instrument.items.some(({ texts }) => texts?.[each] !== undefined),
  );
  return translated ?? ownLanguage(instrument);
}

/** The words in the other languages of the form in which the questions are to be had, and in the instrument's own. */
export function otherWordings(instrument: Instrument, language: string) {
  const here = wordingIn(instrument, language);
  const others = new Set([ownLanguage(instrument), ...formLanguages]);
  return [...others]
    .filter((each) => each !== here && wordingIn(instrument, each) === each)
    .map((each) => {
      const { title, intro, notice, items } = inLanguage(instrument, each);
      const words = items.map(({ text, options }) => ({ text, labels: options.map(({ label }) => label) }));
      return { language: each, title, intro, notice, items: words };
    });
}
