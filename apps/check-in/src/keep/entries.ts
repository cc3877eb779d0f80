import { type Answers, type Given, givenIn, isOpen, partsOf } from '../answers.ts';
import type { DraftAnswer, Item } from '../form.ts';

/** One item's answer on this device. */
export interface Entry {
  /** Null where an answer was taken back. */
  readonly given: Given | null;
  /** Milliseconds: of two answers to the same item, here or on another device, the later one stands. */
  readonly writtenAt: number;
  /** Whether the server has it. */
  readonly saved: boolean;
}
export type Entries = Readonly<Record<string, Entry>>;

/** Always later than what it replaces, also where the clock of another device is ahead of this one. */
export function write(entries: Entries, linkId: string, given: Given, now: number): Entries {
  const writtenAt = Math.max(now, (entries[linkId]?.writtenAt ?? 0) + 1);
  return { ...entries, [linkId]: { given: isOpen(given) ? null : given, writtenAt, saved: false } };
}

/** What the server has, from this device or another, beside what is here: by item the later one. */
export function merge(entries: Entries, draft: readonly DraftAnswer[], items: readonly Item[]): Entries {
  const merged: Record<string, Entry> = { ...entries };
  for (const { linkId, writtenAt, ...parts } of draft) {
    const item = items.find((each) => each.linkId === linkId);
    const here = merged[linkId];
    if (!item || (here && here.writtenAt > writtenAt)) continue;
    merged[linkId] = { given: givenIn(item, parts), writtenAt, saved: true };
  }
  return merged;
}

export const answersIn = (entries: Entries): Answers =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([linkId, { given }]) => (given === null ? [] : [[linkId, given]])),
  );

/** What the server does not have yet, as it takes it. */
export const unsaved = (entries: Entries): DraftAnswer[] =>
  Object.entries(entries).flatMap(([linkId, { given, writtenAt, saved }]) =>
    saved ? [] : [{ linkId, value: null, ...partsOf(given ?? undefined), writtenAt }],
  );
