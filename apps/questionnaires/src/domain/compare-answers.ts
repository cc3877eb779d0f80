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
}

/** What has moved most comes first; then the order of the questionnaire. Items without numbers are left out. */
export function compareAnswers(
  items: readonly Item[],
  answers: readonly Answer[],
  before: readonly Answer[],
): ItemChange[] {
  const changes = items
    .filter(({ options, range }) => range !== undefined || options.length > 0)
    .map((item): ItemChange => {
      const value = valueOf(answers, item.linkId);
      const previous = valueOf(before, item.linkId);
      return {
        ...{ linkId: item.linkId, text: item.text, value, previous },
        ...{ label: labelOf(item, value), previousLabel: labelOf(item, previous) },
        moved: value === null || previous === null ? null : value - previous,
      };
    });
  const by = ({ moved }: ItemChange) => Math.abs(moved ?? 0);
  return changes.toSorted((one, other) => by(other) - by(one));
}

const valueOf = (answers: readonly Answer[], linkId: string) =>
  answers.find((answer) => answer.linkId === linkId)?.value ?? null;

const labelOf = ({ options }: Item, value: number | null) =>
  options.find((option) => option.value === value)?.label ?? null;
