import type { InstrumentItem } from '../../api/instruments.ts';

type Answered = Pick<InstrumentItem, 'options' | 'range' | 'kind'>;

interface Answer {
  readonly counts: number;
  readonly words: string;
}

/** The answers to choose from, from low to high by what they count; those that count the same are one. */
export function answersOf({ options }: Pick<Answered, 'options'>): readonly Answer[] {
  const words = new Map<number, string[]>();
  for (const { value, label, weight } of options) {
    const counts = weight === undefined ? value : weight;
    if (counts !== null) words.set(counts, [...(words.get(counts) ?? []), label]);
  }
  return [...words]
    .sort(([one], [other]) => one - other)
    .map(([counts, labels]) => ({ counts, words: `${labels.join(' / ')} (${String(counts)})` }));
}

/** What its lowest and its highest answer count; undefined where no answer counts a number. */
export function reachOf(item: Answered): { readonly min: number; readonly max: number } | undefined {
  if (item.kind !== undefined && item.kind !== 'number') return undefined;
  if (item.range) return item.range;
  const [first, last] = [answersOf(item).at(0), answersOf(item).at(-1)];
  return first && last && { min: first.counts, max: last.counts };
}

/** An answer by its words where it has some, else by its number. */
export const answerWords = (item: Pick<Answered, 'options'>, counts: number): string =>
  answersOf(item).find((answer) => answer.counts === counts)?.words ?? String(counts);

/** From which answers on an item may be about harm: not from the lowest, or every answer would be. What is set is among them. */
export function riskChoices(item: Pick<Answered, 'options'>, set: number | null): readonly Answer[] {
  const choices = answersOf(item).slice(1);
  return set === null || choices.some(({ counts }) => counts === set)
    ? choices
    : [...choices, { counts: set, words: answerWords(item, set) }];
}
