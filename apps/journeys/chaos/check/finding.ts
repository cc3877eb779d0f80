/** Something that must not be. */
export interface Finding {
  readonly kind: 'lost' | 'doubled' | 'reordered';
  /** In words, with ids and numbers only. */
  readonly what: string;
}

export const lost = (what: string): Finding => ({ kind: 'lost', what });
export const doubled = (what: string): Finding => ({ kind: 'doubled', what });
export const reordered = (what: string): Finding => ({ kind: 'reordered', what });

/** How often each thing is there. */
export function tally(things: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}

/** Compares what is there with what must be there, each thing once. */
export function compareSets(name: string, expected: readonly string[], found: readonly string[]): Finding[] {
  const counts = tally(found);
  const wanted = new Set(expected);
  return [
    ...expected.filter((thing) => !counts.has(thing)).map((thing) => lost(`${name}: ${thing} is missing`)),
    ...[...counts]
      .filter(([thing, count]) => count > 1 || !wanted.has(thing))
      .map(([thing, count]) =>
        doubled(`${name}: ${thing} ${wanted.has(thing) ? `is there ${count} times` : 'should not be there'}`),
      ),
  ];
}
