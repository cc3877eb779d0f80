import type { Instrument, Licence, Range, Scale } from '../instrument.ts';

/** An item without its words: what may be answered, and how it counts. */
export interface KeyItem {
  readonly linkId: string;
  readonly reversed: boolean;
  /** Answers to choose from, from `from` to `to` by one; or a line to be marked. */
  readonly choice?: { readonly from: number; readonly to: number } | undefined;
  readonly line?: Pick<Range, 'min' | 'max' | 'step'> | undefined;
  readonly risk?: { readonly atLeast: number } | undefined;
}

/**
 * How an instrument is scored whose wording may not ship: the holder of a licence supplies the words. What is not
 * certain from the publication is said in `caution`.
 */
export interface InstrumentKey {
  readonly name: string;
  readonly title: string;
  /** Who holds the rights, and where the wording and the permission are to be had. */
  readonly holder: string;
  readonly source: string;
  readonly caution?: string | undefined;
  readonly licence: Licence;
  readonly items: readonly KeyItem[];
  readonly scales: readonly Scale[];
}

/** The words for a key. */
export interface Wording {
  readonly version: string;
  readonly title?: string | undefined;
  readonly intro: string;
  readonly notice: string;
  readonly language: string;
  readonly items: readonly WordedItem[];
}

export interface WordedItem {
  readonly linkId: string;
  readonly text: string;
  /** One for each answer to choose from, the lowest first; or two for the ends of a line. */
  readonly labels: readonly string[];
}

export interface WordingFault {
  readonly pointer: string;
  readonly detail: string;
}

export type Worded =
  | { readonly instrument: Instrument; readonly faults?: undefined }
  | { readonly faults: readonly WordingFault[] };

/** Puts words to a key; every item must have its own, and as many labels as answers. */
export function wordKey(key: InstrumentKey, wording: Wording): Worded {
  const texts = new Map(wording.items.map((item) => [item.linkId, item]));
  const known = new Set(key.items.map(({ linkId }) => linkId));
  const faults = [
    ...wording.items.flatMap(({ linkId }, index) =>
      known.has(linkId) ? [] : [{ pointer: `/items/${index}/linkId`, detail: 'The key has no such item.' }],
    ),
    ...key.items.flatMap((item) => {
      const index = wording.items.findIndex(({ linkId }) => linkId === item.linkId);
      if (index < 0) return [{ pointer: '/items', detail: `Item ${item.linkId} has no words.` }];
      const needed = labelsOf(item);
      if (texts.get(item.linkId)?.labels.length === needed) return [];
      return [{ pointer: `/items/${index}/labels`, detail: `Give ${needed} labels, the lowest first.` }];
    }),
  ];
  if (faults.length > 0) return { faults };
  const { intro, notice, version, language } = wording;
  const items = key.items.map((item) => wordItem(item, texts.get(item.linkId) as WordedItem));
  return {
    instrument: {
      url: urlOf(key),
      version,
      title: wording.title ?? key.title,
      ...{ intro, notice, validated: true, languages: [language], licence: key.licence },
      items,
      scales: key.scales,
    },
  };
}

/** The url of the instrument that a key becomes with its words. */
export const urlOf = ({ name }: Pick<InstrumentKey, 'name'>): string =>
  `https://attune.example/instruments/${name}`;

const labelsOf = ({ choice }: KeyItem) => (choice ? choice.to - choice.from + 1 : 2);

function wordItem({ linkId, reversed, choice, line, risk }: KeyItem, { text, labels }: WordedItem) {
  const shared = { linkId, text, reversed, ...(risk && { risk }) };
  if (choice) {
    return { ...shared, options: labels.map((label, index) => ({ value: choice.from + index, label })) };
  }
  const [minLabel = '', maxLabel = ''] = labels;
  return {
    ...shared,
    options: [],
    range: { ...(line ?? { min: 0, max: 10, step: 0.1 }), minLabel, maxLabel },
  };
}
