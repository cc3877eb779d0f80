/** A `value` of null says that the item was left open, unless there are words or several values. */
export interface Answer {
  readonly linkId: string;
  readonly value: number | null;
  /** Words, a date or a time. Never leaves questionnaires. */
  readonly text?: string | undefined;
  /** Of an item that takes several options. */
  readonly values?: readonly number[] | undefined;
}
