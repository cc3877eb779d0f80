import type { Item, Parts } from './form.ts';

/** A number is a chosen value, a text is a text, and a list is what was ticked, words of one's own among it. */
export type Given = number | string | readonly (number | string)[];

/** What was answered by item; an item that was left out has nothing. */
export type Answers = Readonly<Record<string, Given>>;

export const isOpen = (given: Given | undefined) =>
  given === undefined || (typeof given === 'object' ? given.length === 0 : String(given).trim() === '');

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

/** The answer that these are the parts of; null where it was taken back. */
export function givenIn({ several }: Pick<Item, 'several'>, { value, text, values }: Parts): Given | null {
  if (several) {
    const all = [...(values ?? []), ...(text === undefined ? [] : [text])];
    return all.length > 0 ? all : null;
  }
  return value ?? text ?? null;
}
