import type { Scale as ScaleKey } from '@attune/clinical';

/** Which version of which instrument. */
export interface InstrumentRef {
  readonly url: string;
  readonly version: string;
}

export interface Option {
  readonly value: number;
  readonly label: string;
}

/** One question as the client reads it. */
export interface Item {
  readonly linkId: string;
  readonly text: string;
  /** True when a high answer means the opposite of a high score. */
  readonly reversed: boolean;
  readonly options: readonly Option[];
}

export interface Scale extends Omit<ScaleKey, 'missing'> {
  readonly title: string;
  readonly missing: {
    readonly rule: 'none' | 'at-most';
    readonly count?: number | undefined;
    readonly prorate?: boolean | undefined;
  };
}

/** A questionnaire with its wording and its scoring key. A published version never changes. */
export interface Instrument extends InstrumentRef {
  readonly title: string;
  readonly intro: string;
  /** Whose it is and what may be concluded from it: shown wherever it is. */
  readonly notice: string;
  /** False where no study has shown that it measures what it says. */
  readonly validated: boolean;
  readonly items: readonly Item[];
  readonly scales: readonly Scale[];
}

export interface PublishedInstrument extends Instrument {
  readonly publishedAt: string;
}

/** The short name in addresses: the last segment of the url. */
export const slugOf = (url: string): string => new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '';

/** The lowest and the highest answer that an item takes. */
export function rangeOf({ options }: Pick<Item, 'options'>): { min: number; max: number } {
  const values = options.map(({ value }) => value);
  return { min: Math.min(...values), max: Math.max(...values) };
}
