import type { Crisis, Form, Item } from './form.ts';

export interface Questionnaire {
  readonly title: string;
  readonly intro: string;
  readonly notice: string | null;
  readonly validated: boolean;
  readonly items: readonly Item[];
  /** The language that all of this is in: the one asked for where there is a translation. */
  readonly language: string;
}

/** The questions in a language, or else as the form came. */
export function inLanguage({ instrument, wording, otherWordings }: Form, language: string): Questionnaire {
  const other = otherWordings.find((each) => each.language === language);
  if (wording.split('-')[0] === language || !other) return { ...instrument, language: wording };
  const items = instrument.items.map((item, at) => ({
    ...item,
    text: other.items[at]?.text ?? item.text,
    options: item.options.map((option, index) => ({
      ...option,
      label: other.items[at]?.labels[index] ?? option.label,
    })),
  }));
  const { title, intro, notice } = other;
  return { title, intro, notice, validated: instrument.validated, items, language };
}

/** What to say to somebody in danger. */
export const crisisIn = ({ crisis }: Pick<Form, 'crisis'>, language: string): Crisis | undefined =>
  crisis.find((each) => each.language === language) ??
  crisis.find((each) => each.language.split('-')[0] === language) ??
  crisis[0];
