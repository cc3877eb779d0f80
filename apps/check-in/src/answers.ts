/** Chosen values by item; an item that was left out has none. */
export type Answers = Readonly<Record<string, number>>;

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
export function toSubmission(items: readonly { readonly linkId: string }[], answers: Answers) {
  return items.map(({ linkId }) => ({ linkId, value: answers[linkId] ?? null }));
}
