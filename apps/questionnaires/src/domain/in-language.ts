import type { Instrument, Texts } from './instrument.ts';

/** The instrument in a client's language where it was translated, otherwise in its own. `de-AT` finds `de`. */
export function inLanguage<Kept extends Instrument>(instrument: Kept, language: string): Kept {
  const of = (own: string, texts: Texts | undefined) =>
    texts?.[language] ?? texts?.[language.split('-')[0] ?? ''] ?? own;
  return {
    ...instrument,
    title: of(instrument.title, instrument.titles),
    intro: of(instrument.intro, instrument.intros),
    items: instrument.items.map((item) => ({
      ...item,
      text: of(item.text, item.texts),
      options: item.options.map((option) => ({ ...option, label: of(option.label, option.labels) })),
    })),
  };
}
