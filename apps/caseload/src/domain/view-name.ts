/**
 * Letters that nobody sees or that turn others round, but for those of a flag that is written by them. Joiners shape
 * letters of many scripts, and U+FE0E and U+FE0F emoji.
 */
const unseen =
  /(\p{RGI_Emoji_Tag_Sequence})|[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]--[\u200c\u200d\ufe0e\ufe0f]]/gv;
const plainly = (name: string) => name.replace(unseen, '$1');
const seen = /[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol}]/u;

/** Whether all of a name can be seen, and something of it. */
export const isSeen = (name: string): boolean => plainly(name) === name && seen.test(name);

const { compare } = new Intl.Collator('en', { sensitivity: 'accent' });
/** Two names that only differ by case, by blanks or by what is not seen are one to whoever reads them. */
export const sameName = (one: string, other: string): boolean => compare(spaced(one), spaced(other)) === 0;
const spaced = (name: string) => name.trim().replace(/\s+/gu, ' ').replace(tag, readable).toUpperCase();
/** Flags differ by nothing else, and it is not compared. */
const tag = /[\u{e0020}-\u{e007e}]/gu;
const readable = (letter: string) => String.fromCodePoint(letter.codePointAt(0)! - 0xe0000);

/** Which of the names is that of one before it. */
export const repeated = (names: readonly string[]): number[] =>
  names.flatMap((name, index) =>
    names.slice(0, index).some((before) => sameName(before, name)) ? [index] : [],
  );

const letters = new Intl.Segmenter('en');
/** Not longer than that, and without half a letter at its end. */
const cut = (name: string, longest: number): string =>
  name.slice(0, letters.segment(name).containing(longest)?.index);

/** Names that were kept before this was asked of them, each seen and of its own. */
export function tidied(names: readonly string[], longest: number): string[] {
  const kept: string[] = [];
  for (const name of names) {
    const plain = cut(plainly(name.normalize('NFC')).trim(), longest);
    const called = isSeen(plain) ? plain : '?';
    let [free, number] = [called, 2];
    while (kept.some((other) => sameName(other, free))) {
      const mark = ` ${String(number++)}`;
      free = cut(called, longest - mark.length) + mark;
    }
    kept.push(free);
  }
  return kept;
}
