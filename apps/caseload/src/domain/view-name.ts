/** Letters that nobody sees or that turn others round; joiners shape letters of many scripts, and U+FE0F emoji. */
const unseen = /(?![\u200c\u200d\ufe0f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const seen = /[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol}]/u;

/** Whether all of a name can be seen, and something of it. */
export const isSeen = (name: string): boolean => name.replace(unseen, '') === name && seen.test(name);

const { compare } = new Intl.Collator('en', { sensitivity: 'accent' });
/** Two names that only differ by case, by blanks or by what is not seen are one to whoever reads them. */
export const sameName = (one: string, other: string): boolean => compare(spaced(one), spaced(other)) === 0;
const spaced = (name: string) => name.trim().replace(/\s+/gu, ' ').toUpperCase();

/** Which of the names is that of one before it. */
export const repeated = (names: readonly string[]): number[] =>
  names.flatMap((name, index) =>
    names.slice(0, index).some((before) => sameName(before, name)) ? [index] : [],
  );

/** Names that were kept before this was asked of them, each seen and of its own. */
export function tidied(names: readonly string[], longest: number): string[] {
  const kept: string[] = [];
  for (const name of names) {
    const plain = name.normalize('NFC').replace(unseen, '').trim().slice(0, longest);
    const called = isSeen(plain) ? plain : '?';
    let [free, number] = [called, 2];
    while (kept.some((other) => sameName(other, free))) {
      const mark = ` ${String(number++)}`;
      free = called.slice(0, longest - mark.length) + mark;
    }
    kept.push(free);
  }
  return kept;
}
