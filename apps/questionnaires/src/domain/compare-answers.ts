import { riskItems } from '@attune/clinical';
import type { Answer } from './answer.ts';
import type { Item } from './instrument.ts';

/** One item as it was answered this time and the time before. */
export interface ItemChange {
  readonly linkId: string;
  readonly text: string;
  /** Null where it was not answered, or has no number. */
  readonly value: number | null;
  readonly label: string | null;
  readonly previous: number | null;
  readonly previousLabel: string | null;
  /** By how much the number has moved; null where there are not two to compare. */
  readonly moved: number | null;
  /** Where the item asks about harm: from which answer on it is a risk, and whether this one is. */
  readonly risk: { readonly atLeast: number; readonly met: boolean } | null;
}

/**
 * An answer that is a risk comes first, whether it moved or not: it is what a safety alert rests on. Then what has moved
 * most, then the order of the questionnaire. Items without numbers are left out.
 */
export function compareAnswers(
  items: readonly Item[],
  answers: readonly Answer[],
  before: readonly Answer[],
): ItemChange[] {
  const risky = riskItems({ items }, answers);
  const changes = items
    .filter(({ options, range }) => range !== undefined || options.length > 0)
    .map((item): ItemChange => {
      const value = valueOf(answers, item.linkId);
      const previous = valueOf(before, item.linkId);
      return {
        ...{ linkId: item.linkId, text: item.text, value, previous },
        ...{ label: labelOf(item, value), previousLabel: labelOf(item, previous) },
        moved: value === null || previous === null ? null : value - previous,
        risk: item.risk ? { ...item.risk, met: risky.includes(item.linkId) } : null,
      };
    });
  const by = ({ moved, risk }: ItemChange) => (risk?.met ? Infinity : Math.abs(moved ?? 0));
  return changes.toSorted((one, other) => (by(one) === by(other) ? 0 : by(other) - by(one)));
}

const valueOf = (answers: readonly Answer[], linkId: string) =>
  answers.find((answer) => answer.linkId === linkId)?.value ?? null;

const labelOf = ({ options }: Item, value: number | null) =>
  options.find((option) => option.value === value)?.label ?? null;
