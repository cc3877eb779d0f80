import type { Trouble } from '../api.ts';

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
  /** Boxes to tick. */
  readonly atLeast: (count: number) => string;
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
  /** On a form that closed before it was sent. */
  readonly nobodyTold: string;
  /** On a form that was sent from elsewhere. */
  readonly perhapsNotTold: string;
  readonly waiting: readonly [title: string, text: string];
  /** They waited for a connection, and meanwhile the form closed. */
  readonly notArrived: readonly [title: string, text: string];
  readonly sent: readonly [title: string, text: string];
  readonly close: string;
  readonly result: string;
  readonly outOf: (value: string, most: string) => string;
  readonly aboutResult: string;
  readonly troubles: Readonly<Record<Trouble, readonly [title: string, text: string]>>;
}
