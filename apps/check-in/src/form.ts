import type { Gate } from '@attune/clinical';

export interface Option {
  readonly value: number;
  readonly label: string;
  /** What it counts, where that is not its value. */
  readonly weight?: number | null;
}

export interface Item {
  readonly linkId: string;
  readonly text: string;
  readonly options: readonly Option[];
  /** Instead of options: a line to be marked. */
  readonly range?: Line;
  /** An answer of at least this much asks for help at once. */
  readonly risk?: { readonly atLeast: number };
  /** Where it is neither a choice nor a line. */
  readonly kind?: 'number' | 'text' | 'date' | 'date-time' | 'time' | 'display';
  /** The text of the groups around it. */
  readonly heading?: string;
  readonly required?: boolean;
  readonly several?: boolean;
  /** Words of one's own may stand instead of an option. */
  readonly other?: boolean;
  readonly unit?: string;
  readonly whole?: boolean;
  readonly limits?: {
    readonly shortest?: number;
    readonly longest?: number;
    readonly earliest?: string;
    readonly latest?: string;
    readonly fewest?: number;
    readonly most?: number;
  };
  /** It is asked where all of these hold. */
  readonly enabled?: readonly Gate[];
  readonly initial?: string | number;
}

export interface Line {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly minLabel: string;
  readonly maxLabel: string;
}

/** The words of the instrument in another language: items and options in the same order. */
export interface Wording {
  readonly language: string;
  readonly title: string;
  readonly intro: string;
  readonly notice: string;
  readonly items: readonly { readonly text: string; readonly labels: readonly string[] }[];
}

/** What the provider says to somebody in danger. */
export interface Crisis {
  readonly language: string;
  readonly text: string;
  readonly contacts: readonly { readonly name: string; readonly phone: string }[];
}

/** An answer as it is sent, and as the server keeps it before. */
export interface Parts {
  readonly value: number | null;
  readonly text?: string;
  readonly values?: readonly number[];
}

export interface DraftAnswer extends Parts {
  readonly linkId: string;
  /** Milliseconds; of two answers to an item the later one stands. */
  readonly writtenAt: number;
}

export interface Form {
  readonly requestId: string;
  readonly instrument: {
    readonly title: string;
    readonly intro: string;
    readonly notice: string | null;
    readonly validated: boolean;
    readonly items: readonly Item[];
  };
  readonly language: string;
  /** The language of the words above. */
  readonly wording: string;
  readonly otherWordings: readonly Wording[];
  readonly crisis: readonly Crisis[];
  readonly draft: readonly DraftAnswer[];
  readonly expiresAt: string;
}

/** A score that the provider shows to the client. */
export interface Result {
  readonly title: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly band: string | null;
}
