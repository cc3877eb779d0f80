import { enabledItems } from '@attune/clinical';
import type { Answer } from './answer.ts';
import { weightOf, type Instrument, type Item } from './instrument.ts';
import type { Mismatch } from './mismatch.ts';
import { isTooFew, offerOf, whyNot } from './offer.ts';

export type CheckedAnswers =
  | { readonly mismatches: readonly Mismatch[] }
  | { readonly mismatches?: undefined; readonly answers: readonly Answer[] };

const isOpen = ({ value, text, values }: Answer) =>
  value === null && text === undefined && values === undefined;

/**
 * Holds answers against the instrument they are given to. Those that fit come back in the instrument's order with
 * every item in them; an item that was left out is one that was left open, and so is one that is not asked after the
 * answers to the others.
 * @param at pointer to the list of answers
 */
export function checkAnswers(
  instrument: Pick<Instrument, 'items' | 'scales'>,
  given: readonly Answer[],
  at = '/answers',
): CheckedAnswers {
  const { asked, items, byId, mismatches } = fit(instrument, given, at);
  if (mismatches.length > 0) return { mismatches };
  const enabled = enabledItems(instrument.items, (linkId) => byId.get(linkId));
  const answers = asked.map(({ linkId }) => {
    const answer = enabled.has(linkId) ? byId.get(linkId) : undefined;
    return answer && !isOpen(answer) ? answer : { linkId, value: null };
  });
  if (answers.every(isOpen)) return { mismatches: [{ pointer: at, detail: 'Answer at least one item.' }] };
  const tooFew = answers.flatMap((answer) => {
    const item = items.get(answer.linkId);
    const place = given.findIndex(({ linkId }) => linkId === answer.linkId);
    return item && isTooFew(item, answer)
      ? { pointer: `${at}/${place}/values`, detail: `Choose ${offerOf(item)}, or null.` }
      : [];
  });
  if (tooFew.length > 0) return { mismatches: tooFew };
  const open = answers
    .filter(isOpen)
    .filter(({ linkId }) => isNeeded(instrument, items.get(linkId), enabled));
  if (open.length === 0) return { answers };
  return {
    mismatches: open.map(({ linkId }) => ({
      pointer: at,
      detail: `Answer item ${linkId}: none may be left open.`,
    })),
  };
}

/**
 * Holds answers on their way against the instrument: each must be one that its item takes, and any may be missing.
 * @param at pointer to the list of answers
 */
export function checkDraft(
  instrument: Pick<Instrument, 'items'>,
  given: readonly Answer[],
  at = '/answers',
): { readonly mismatches: readonly Mismatch[]; readonly answers: readonly Answer[] } {
  const { byId, mismatches } = fit(instrument, given, at);
  return { mismatches, answers: [...byId.values()] };
}

function fit({ items: all }: Pick<Instrument, 'items'>, given: readonly Answer[], at: string) {
  const asked = all.filter(({ kind }) => kind !== 'display');
  const items = new Map(asked.map((item) => [item.linkId, item]));
  const byId = new Map<string, Answer>();
  const mismatches: Mismatch[] = [];
  for (const [index, answer] of given.entries()) {
    const item = items.get(answer.linkId);
    const here = `${at}/${index}`;
    const wrong = item && !isOpen(tidied(answer)) ? whyNot(item, tidied(answer)) : undefined;
    if (!item) {
      mismatches.push({ pointer: `${here}/linkId`, detail: 'The instrument has no such item.' });
    } else if (byId.has(answer.linkId)) {
      mismatches.push({ pointer: `${here}/linkId`, detail: 'Answer an item once.' });
    } else if (wrong !== undefined) {
      mismatches.push({ pointer: `${here}/${wrong}`, detail: `Choose ${offerOf(item)}, or null.` });
    }
    byId.set(answer.linkId, tidied(answer));
  }
  return { asked, items, byId, mismatches };
}

/** A scale that refuses gaps needs its items in any case; what is required only has to be answered where it is asked. */
function isNeeded(
  { scales }: Pick<Instrument, 'scales'>,
  item: Item | undefined,
  enabled: ReadonlySet<string>,
): boolean {
  if (!item) return false;
  const { linkId, required } = item;
  if (required === true && enabled.has(linkId)) return true;
  return scales.some(({ missing, items }) => missing.rule === 'refuse' && items.includes(linkId));
}

/** What was not said is not there: no empty words, no empty list. */
function tidied({ linkId, value, text, values }: Answer): Answer {
  return {
    ...{ linkId, value },
    ...(text !== undefined && text.trim() !== '' && { text: text.trim() }),
    ...(values !== undefined && values.length > 0 && { values }),
  };
}

/** The answers as numbers that count, for scoring: no words, and nothing of what no scale or risk looks at. */
export function countedAnswers({ items }: Pick<Instrument, 'items'>, answers: readonly Answer[]): Answer[] {
  const counted = new Map(items.flatMap((item) => (item.counts === false ? [] : [[item.linkId, item]])));
  return answers.flatMap(({ linkId, value }) => {
    const item = counted.get(linkId);
    return item ? { linkId, value: weightOf(item, value) } : [];
  });
}
