import { enabledItems } from '@attune/clinical';
import { type Answers, type Given, isOpen, partsOf } from './answers.ts';
import type { Item } from './form.ts';

/** A question, with what stands above it without being asked. */
export interface Asked {
  readonly item: Item;
  readonly before: readonly string[];
}

/** The questions that are asked after the answers so far. Words between them belong to the question that follows. */
export function askedOf(items: readonly Item[], answers: Answers): Asked[] {
  const enabled = enabledItems(items, (linkId) => partsOf(answers[linkId]));
  const asked: Asked[] = [];
  let before: string[] = [];
  for (const item of items) {
    if (!enabled.has(item.linkId)) continue;
    if (item.kind === 'display') before.push(item.text);
    else {
      asked.push({ item, before });
      before = [];
    }
  }
  const last = asked.at(-1);
  if (last && before.length > 0) asked[asked.length - 1] = { ...last, before: [...last.before, ...before] };
  return asked;
}

/** What stands in the fields that nobody has touched. */
export function startAnswers(
  items: readonly Item[],
  touched: Readonly<Record<string, unknown>> = {},
): Answers {
  return Object.fromEntries(
    items.flatMap(({ linkId, initial }) =>
      initial === undefined || linkId in touched ? [] : [[linkId, initial]],
    ),
  );
}

/** After a reload one goes on where one was. */
export const firstOpen = (asked: readonly Asked[], answers: Answers): number =>
  Math.max(
    0,
    asked.findIndex(({ item }) => isOpen(answers[item.linkId])),
  );

/** How many have no answer, and how many need one before all can be sent, or more boxes ticked. */
export function openIn(asked: readonly Asked[], answers: Answers): { missing: number; needed: number } {
  const open = asked.filter(({ item }) => isOpen(answers[item.linkId]));
  const tooFew = asked.filter(({ item }) => isTooFew(item, answers[item.linkId]));
  return { missing: open.length, needed: open.filter(({ item }) => item.required).length + tooFew.length };
}

/** Whether some boxes are ticked, and fewer than the item asks for. */
export const isTooFew = ({ limits }: Item, value: Given | undefined): boolean =>
  typeof value === 'object' && value.length > 0 && value.length < (limits?.fewest ?? 0);
