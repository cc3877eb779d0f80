/**
 * The place of a text that no database holds and no reader can read: with a NUL in it, or half of a character.
 * @returns the steps to it, or undefined where every text is well-formed
 */
export function illFormed(value: unknown): readonly string[] | undefined {
  // Without recursion: what came in may be nested as deep as it likes.
  const left: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value, path: [] }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value: here, path } = next;
    if (typeof here === 'string' && (here.includes('\0') || !here.isWellFormed())) return path;
    if (typeof here !== 'object' || here === null) continue;
    for (const [name, inner] of Object.entries(here)) {
      // A path as long as the nesting would cost its square; the first steps are enough to find the place.
      left.push({ value: inner, path: path.length < 20 ? [...path, name] : path });
    }
  }
  return undefined;
}
