/** A number is a chosen value, a text is a text, and a list is what was ticked, words of one's own among it. */
export type Given = number | string | readonly (number | string)[];

/** What was answered by item; an item that was left out has nothing. */
export type Answers = Readonly<Record<string, Given>>;

export const isOpen = (given: Given | undefined) =>
  given === undefined || (typeof given === 'object' ? given.length === 0 : String(given).trim() === '');

interface Kept {
  readonly answers: Answers;
  /** Sent with every attempt, so that answers that arrived twice count once. */
  readonly key: string;
}

const place = (requestId: string) => `attune-answers-${requestId}`;

/** What this tab has kept of the request's answers. */
export function readKept(storage: Storage, requestId: string): Kept {
  try {
    const kept = JSON.parse(storage.getItem(place(requestId)) ?? '') as Kept;
    if (typeof kept.key === 'string' && typeof kept.answers === 'object') return kept;
  } catch {
    // Nothing yet, or not ours: begin anew.
  }
  return { answers: {}, key: crypto.randomUUID() };
}

export function keep(storage: Storage, requestId: string, kept: Kept): void {
  storage.setItem(place(requestId), JSON.stringify(kept));
}

export function forget(storage: Storage, requestId: string): void {
  storage.removeItem(place(requestId));
}

/** One answer for each item, null where there is none: a missing answer is said, not hidden. */
export const toSubmission = (items: readonly { readonly linkId: string }[], answers: Answers) =>
  items.map(({ linkId }) => ({ linkId, value: null, ...partsOf(answers[linkId]) }));

export type Submission = ReturnType<typeof toSubmission>;

/** An answer in the parts in which it is sent, and in which conditions look at it. */
export function partsOf(given: Given | undefined): { value?: number; text?: string; values?: number[] } {
  if (given === undefined || isOpen(given)) return {};
  if (typeof given === 'number') return { value: given };
  if (typeof given === 'string') return { text: given.trim() };
  const values = given.filter((each) => typeof each === 'number');
  const text = given.find((each) => typeof each === 'string')?.trim() ?? '';
  return { ...(values.length > 0 && { values }), ...(text !== '' && { text }) };
}
