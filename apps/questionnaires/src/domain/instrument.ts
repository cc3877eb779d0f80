import type { Gate, ItemForm, Scale as ScaleKey } from '@attune/clinical';

/** Which version of which instrument. */
export interface InstrumentRef {
  readonly url: string;
  readonly version: string;
}

/** The same words in other languages, by BCP 47 tag. */
export type Texts = Readonly<Record<string, string>>;

export interface Option {
  /** Unlike that of any other option of the item. */
  readonly value: number;
  readonly label: string;
  readonly labels?: Texts | undefined;
  /** What it counts, where that is not its value: two options may count the same, and some count nothing (null). */
  readonly weight?: number | null | undefined;
}

/** `choice` where there are options, `line` where there is a range: the kind is said only where it is another one. */
export type ItemKind = 'number' | 'text' | 'date' | 'date-time' | 'time' | 'display';

/** One question as the client reads it. */
export interface Item {
  readonly linkId: string;
  readonly text: string;
  /** True when a high answer means the opposite of a high score. */
  readonly reversed: boolean;
  /** The answers to choose from. */
  readonly options: readonly Option[];
  /** Instead of options: any number of a range, by steps, as on a line to be marked. */
  readonly range?: Range | undefined;
  /** An answer of at least this much is a risk to the client's safety. */
  readonly risk?: { readonly atLeast: number } | undefined;
  readonly kind?: ItemKind | undefined;
  /** False where it is asked and kept, and counts nowhere. */
  readonly counts?: boolean | undefined;
  /** What stands above it: the text of the groups that it is in. */
  readonly heading?: string | undefined;
  readonly texts?: Texts | undefined;
  readonly required?: boolean | undefined;
  /** More than one option may be chosen. */
  readonly several?: boolean | undefined;
  /** Words of one's own instead of an option. */
  readonly other?: boolean | undefined;
  readonly unit?: string | undefined;
  readonly whole?: boolean | undefined;
  readonly limits?: Limits | undefined;
  /** When it is asked at all: all of these hold. */
  readonly enabled?: readonly Gate[] | undefined;
  /** What stands in the field at first; never for an item that counts. */
  readonly initial?: string | number | undefined;
  /** What it is in the questionnaire that it was imported from. */
  readonly form?: ItemForm | undefined;
}

/** What an answer in words, a date or ticked boxes has to keep to. Bounds belong to it. */
export interface Limits {
  /** Characters. */
  readonly shortest?: number | undefined;
  readonly longest?: number | undefined;
  /** A date, an instant or a time, written as the answer is. */
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  /** Ticked options; words of one's own count as one. */
  readonly fewest?: number | undefined;
  readonly most?: number | undefined;
}

export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What stands at the ends of the line. */
  readonly minLabel: string;
  readonly maxLabel: string;
}

/** A number that was published somewhere. */
export interface Sourced {
  readonly value: number;
  readonly source: string;
}

export interface Scale extends Omit<ScaleKey, 'missing'> {
  readonly title: string;
  readonly missing: MissingRule;
  /** Clinical below it where higher is better, from it on where lower is. */
  readonly cutOff?: Sourced | undefined;
  readonly reliableChange?: Sourced | undefined;
  readonly reliability?: (Sourced & { readonly sd?: number | undefined }) | undefined;
}

/**
 * What happens when items of the scale have no answer. `none`: it has no score. `at-most`: up to `count` may be missing.
 * `at-least`: `percent` of the items must have one. `refuse`: the response is not taken.
 */
export interface MissingRule {
  readonly rule: 'none' | 'at-most' | 'at-least' | 'refuse';
  readonly count?: number | undefined;
  readonly percent?: number | undefined;
  readonly prorate?: boolean | undefined;
}

/** Under what terms the wording may be used. */
export interface Licence {
  readonly name: string;
  readonly url?: string | undefined;
}

/** A questionnaire with its wording and its scoring key. A published version never changes. */
export interface Instrument extends InstrumentRef {
  readonly title: string;
  readonly intro: string;
  /** Whose it is and what may be concluded from it: shown wherever it is. */
  readonly notice: string;
  /** False where no study has shown that it measures what it says. */
  readonly validated: boolean;
  /** The languages of its wording, as BCP 47 tags. */
  readonly languages?: readonly string[] | undefined;
  readonly titles?: Texts | undefined;
  readonly intros?: Texts | undefined;
  readonly notices?: Texts | undefined;
  readonly licence?: Licence | undefined;
  readonly items: readonly Item[];
  readonly scales: readonly Scale[];
}

export interface PublishedInstrument extends Instrument {
  readonly publishedAt: string;
  /** How often its key was corrected since. */
  readonly keyRevision: number;
}

/** No answer counts more, and no score comes to more: rules and charts square them. */
export const widest = 1_000_000_000;

/** The short name in addresses: the last segment of the url. */
export const slugOf = (url: string): string =>
  kebab(new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '');

export const kebab = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** What an answer counts: the weight of the option, or the number itself; null where it counts nothing. */
export function weightOf({ options }: Pick<Item, 'options'>, value: number | null): number | null {
  const weight = options.find((option) => option.value === value)?.weight;
  return weight === undefined ? value : weight;
}

/** How many of so many items may be missing. */
export function mayMiss({ rule, count = 0, percent = 100 }: MissingRule, items: number): number {
  if (rule === 'at-most') return count;
  return rule === 'at-least' ? items - Math.ceil((items * percent) / 100 - 1e-9) : 0;
}

/** The lowest and the highest answer that an item takes. */
export function rangeOf({ options, range }: Pick<Item, 'options' | 'range'>): { min: number; max: number } {
  if (range) return { min: range.min, max: range.max };
  const values = options.flatMap(({ value, weight }) => (weight === undefined ? value : (weight ?? [])));
  return { min: Math.min(...values), max: Math.max(...values) };
}
