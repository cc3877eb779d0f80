import { languageName } from '../../shell/formats.ts';

/** Those that the form and the messages have their own words in. */
const spoken = ['en', 'hi', 'ar'];

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What somebody can be spoken to in, by name: also what questions are translated into, and what is known of them now. */
export function languageChoices(ofInstruments: readonly string[], now: string): Choice[] {
  const all = new Set([...spoken, ...ofInstruments, now]);
  return [...all]
    .map((value) => ({ value, label: languageName(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
}
